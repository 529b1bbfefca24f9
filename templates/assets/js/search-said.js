// What is said of a search, in sight and aloud: how many papers it came to, another spelling, topics and pages one may have meant.

import { counted, create } from "./dom.js";
import { gettext } from "./language.js";
import { places } from "./places.js";
import { root } from "./survey.js";

const MOST = 4;
const QUIET = 800; // milliseconds

export function howMany({ results, areAll }) {
  const papers = counted(results.length);
  return areAll ? papers : gettext("%(papers)s or more", { papers });
}

// Which words of a query no paper has, where some have others. In a field, or side by side, is another matter.
function lacking(query, { note, missing, partial }) {
  const words = note || !partial.length || /[:"“„]/.test(query) ? "" : missing.map((word) => `“${word}”`).join(", ");
  return words && " · " + gettext("In no paper: %(words)s", { words });
}

export const none = (query, found) => (found.unfiltered && !found.note
  ? gettext("No papers match “%(query)s” with these filters; %(papers)s without them", { query, papers: counted(found.unfiltered) })
  : found.partial.length
    ? gettext("No papers match “%(query)s”; papers that match a part of it are below", { query })
    : gettext("No papers match “%(query)s”", { query })) + lacking(query, found);

// `isFiltered`: whether filters are in use, which say enough where there is no query.
export function told(query, found, isFiltered) {
  const papers = howMany(found);
  const { results, exact, note } = found;
  if (query && !results.length) return none(query, found) + note;
  if (exact) return gettext("%(papers)s for “%(query)s”; exact match: %(name)s", { papers, query, name: gettext(exact.kind) }) + note;
  if (query) return gettext("%(papers)s for “%(query)s”", { papers, query }) + note;
  return isFiltered ? papers + note : gettext("%(papers)s. Type a query or use the filters.", { papers });
}

async function respelt(query, found) {
  if (found.exact || !(found.respelled || found.missing.length)) return null;
  const other = await (await import("./spelling.js")).corrected(query, found);
  if (!other || found.results.length) return other;
  const { results } = await (await import("./search-index.js")).find(other);
  return results.length ? other : null; // nobody means what finds nothing either
}

// Where a query leads besides papers, as it stands on the page; `ask` searches for another query.
export async function leads(query, found, survey, ask) {
  const other = query ? await respelt(query, found).catch(() => null) : null;
  const links = places(other ?? query, survey).slice(0, MOST).map((place) =>
    create("a", { href: new URL(place.url, root).pathname, title: place.kind }, place.name ?? place.title));
  const parts = [];
  if (other) {
    const button = create("button", { type: "button" }, gettext("Did you mean “%(query)s”?", { query: other }));
    button.addEventListener("click", () => ask(other));
    parts.push(button);
  }
  if (links.length) parts.push(" ", gettext("Topics and pages:"), " ", ...links.flatMap((link, at) => (at ? [", ", link] : [link])));
  return parts;
}

// What changes in sight with each letter is read out once it has stood for a moment, so that who hears it hears the count of
// a query, and not that of each beginning.
export function readOut(said) {
  const spoken = create("p", { className: "unseen", role: "status" }, said.textContent);
  for (const name of ["role", "aria-live"]) said.removeAttribute(name);
  said.setAttribute("aria-hidden", "true");
  said.after(spoken);
  let pause;
  new MutationObserver(() => {
    clearTimeout(pause);
    pause = setTimeout(() => (spoken.textContent = said.textContent), QUIET);
  }).observe(said, { childList: true });
}
