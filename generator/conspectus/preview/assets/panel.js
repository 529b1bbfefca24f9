// The panel beside a previewed paper: it edits the paper's categories and its summary in their YAML.
import { categorySearch } from "./category-search.js";
import { create } from "./dom.js";
import { draft, keep } from "./drafts.js";
import { post, settled } from "./post.js";
import { propose } from "./proposal.js";

const KEY = "conspectus-panel:" + location.pathname;

const host = create("div", { id: "conspectus-panel", lang: "en", dir: "ltr" });
const dialog = create("dialog");
const status = create("p", { role: "status" });
const proposal = create("section", { className: "proposal", hidden: true });
const undo = create("button", { type: "button", hidden: true });
const heading = create("h2", { id: "heading", tabIndex: -1, textContent: "Edit this paper" });
const body = create("div", { className: "body" });
dialog.setAttribute("aria-labelledby", "heading");

let shown = null; // the paper as the server sent it
let opener = null;
let asked = null; // the control that requested the proposal

const say = (words) => (status.textContent = words);

// While a change is proposed, nothing else can be asked for or typed: Save would seem to mean that too.
const end = () => {
  proposal.hidden = true;
  proposal.replaceChildren();
  body.inert = false;
};

const leave = () => {
  end();
  (asked?.isConnected ? asked : heading).focus();
};

const ask = async (request, others = "") => {
  asked = host.shadowRoot.activeElement;
  say("");
  const saved = (words) => {
    end();
    if (request.do === "summarize") shown.summary = request.summary;
    keepSummary();
    say(`Saved. ${words}.${draft(shown.id) === null ? "" : ` ${UNSAVED}`}`);
    refresh().then(() => (undo.hidden ? heading : undo).focus());
  };
  try {
    await propose({ paper: shown.id, ...request }, { section: proposal, others, saved, left: leave });
    body.inert = true;
  } catch (error) {
    say(error.message);
  }
};

const button = (label, title, press) => {
  const control = create("button", { type: "button", textContent: label });
  control.setAttribute("aria-label", title);
  control.addEventListener("click", press);
  return control;
};

const place = (facet) => (found) => {
  const request = (act) => () => ask({ do: act, facet: facet.id, category: found.category });
  const where = found.link
    ? create("a", { href: found.link, textContent: found.location, title: "Open in the editor" })
    : create("span", { textContent: found.location });
  return create(
    "li",
    {},
    create("span", { className: "title", textContent: found.title }),
    create("span", { className: "why" }, `${found.why} `, where),
    create(
      "span",
      { className: "buttons" },
      found.kind === "rule" ? button("Pin", `Pin to ${found.title}, independent of its rule`, request("place")) : null,
      button("Remove", `Remove from ${found.title}`, request("remove")),
    ),
  );
};

const places = (facet) => {
  const none = create("li", { className: "why", textContent: "none" });
  const found = facet.places.length ? facet.places.map(place(facet)) : [none];
  return create("section", {}, create("h3", { textContent: facet.title }), create("ul", {}, ...found));
};

const adding = () => {
  const facets = new Map(shown.facets.map((facet) => [facet.id, facet]));
  const standing = (category) => facets.get(category.facet).places.some((each) => each.category === category.id);
  return categorySearch(
    shown.categories.filter((category) => !standing(category)),
    (chosen) => {
      const others = facets.get(chosen.facet).places.length ? chosen.within : "";
      ask({ do: "place", facet: chosen.facet, category: chosen.id }, others);
    },
  );
};

const UNSAVED = "The summary you typed is not saved yet.";
const text = create("textarea", { id: "summary", rows: 6 });
const discard = create("button", { type: "button", textContent: "Discard" });
discard.setAttribute("aria-label", "Discard the summary you typed");

const keepSummary = () => {
  keep(shown.id, text.value === shown.summary ? null : text.value);
  discard.hidden = draft(shown.id) === null;
};
text.addEventListener("input", keepSummary);
discard.addEventListener("click", () => {
  keep(shown.id, null);
  say("");
  draw();
  text.focus();
});

const summary = () => {
  const show = create("button", { type: "button", textContent: "Preview change" });
  show.addEventListener("click", () => ask({ do: "summarize", summary: text.value }));
  const label = create("label", { htmlFor: "summary", textContent: "Summary (Markdown)" });
  const origin = shown.origin ? create("span", { className: "why", textContent: `from ${shown.origin}` }) : null;
  return create("section", {}, label, text, create("p", { className: "buttons" }, show, discard, origin));
};

const draw = () => {
  text.value = draft(shown.id) ?? shown.summary;
  discard.hidden = draft(shown.id) === null;
  body.replaceChildren(adding(), ...shown.facets.map(places), summary());
  undo.hidden = !shown.undo;
  undo.textContent = shown.undo ? `Undo (${shown.undo.message})` : "";
};

const fetched = async (paper) => {
  const answer = await fetch("/__conspectus/panel?paper=" + encodeURIComponent(paper));
  if (!answer.ok) throw new Error((await answer.text()).trim());
  return answer.json();
};

// Shows the paper as it is now.
const refresh = async () => {
  shown = await fetched(shown.id);
  draw();
};

const close = () => {
  end();
  dialog.close();
  host.remove();
  opener?.focus();
};

undo.addEventListener("click", async () => {
  try {
    say(`Undone. ${(await post("undo", { fingerprint: shown.undo.fingerprint })).message}.`);
    await refresh();
    heading.focus();
  } catch (error) {
    say(error.message);
  }
});

dialog.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  event.preventDefault();
  if (proposal.hidden) close();
  else leave();
});

const closing = button("×", "Close", close);
closing.className = "close";
const head = create("div", { className: "head" }, heading, closing);
const foot = create("div", { className: "foot" }, proposal, status, undo);
dialog.append(head, body, foot);
const style = create("link", { rel: "stylesheet", href: "/__conspectus/panel.css" });
host.attachShadow({ mode: "open" }).append(style, dialog);

// Opens the panel for a paper; `from` gets the focus back when it closes.
export const open = async (paper, from, { message = "" } = {}) => {
  opener = from;
  shown = await fetched(paper);
  draw();
  say(message || (draft(paper) === null ? "" : UNSAVED));
  if (!host.isConnected) {
    const styled = new Promise((done) => (style.onload = style.onerror = done));
    document.body.append(host);
    await styled; // without its style it would be at the end of the page, and the focus would go there
  }
  if (!dialog.open) dialog.show();
  (message && !undo.hidden ? undo : heading).focus();
};

// A page that changes is reloaded; the open panel and its message are restored afterwards.
const remember = async () => {
  await settled(); // the change may arrive before the answer to the request that made it
  if (!dialog.open) return;
  sessionStorage.setItem(KEY, JSON.stringify({ paper: shown.id, message: status.textContent }));
};
window.addEventListener("conspectus-reload", (event) => event.detail.push(remember()));

export const restore = (from) => {
  const { paper, ...state } = JSON.parse(sessionStorage.getItem(KEY));
  sessionStorage.removeItem(KEY);
  return open(paper, from, state);
};
