// The bar at the foot of a previewed page: what the last save changed, mistakes, the page's files, editing.
import { create } from "./dom.js";
import { lay } from "./overlay.js";

const moved = create("a", { href: "/__changes/", textContent: "Changes", title: "What changed, and why" });
const mistakes = create("button", { type: "button", className: "mistakes", hidden: true });
const sources = create("span", { hidden: true });
const edit = create("button", { type: "button", textContent: "Edit", hidden: true });
let paper = "";

mistakes.addEventListener("click", async () => {
  const answer = await fetch("/__conspectus/mistakes");
  if (answer.ok) lay(await answer.text());
});

edit.addEventListener("click", async () => (await import("./panel.js")).open(paper, edit));

const place = (source) => {
  const label = [source.what, create("small", { textContent: source.location })];
  return create("li", {}, source.link ? create("a", { href: source.link }, ...label) : create("span", {}, ...label));
};

// One file that can be opened is a link; several, or one that no editor opens, are a menu.
const listed = (found) => {
  const [first] = found;
  if (found.length === 1 && first.link)
    return create("a", { href: first.link, textContent: "Source", title: `Open ${first.what}, ${first.location}` });
  const details = create("details", {}, create("summary", { textContent: "Source" }));
  details.append(create("ul", {}, ...found.map(place)));
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    details.firstChild.focus();
  });
  return details;
};

// What to do next, at the beginning of a page that has nothing to show yet; commands stand in backquotes.
const hint = (text) => {
  const parts = text.split("`").map((part, at) => (at % 2 ? create("code", { textContent: part }) : part));
  const host = document.getElementById("conspectus-next") ?? create("div", { id: "conspectus-next", lang: "en", dir: "ltr" });
  const style = create("link", { rel: "stylesheet", href: "/__conspectus/bar.css" });
  (host.shadowRoot ?? host.attachShadow({ mode: "open" })).replaceChildren(style, create("p", {}, ...parts));
  return host;
};

// Shows what the server sends about this page; see bar.py.
export const tell = (now) => {
  moved.textContent = now.moved ?? "Changes";
  mistakes.hidden = !now.mistakes;
  mistakes.textContent = now.mistakes ?? "";
  const found = now.sources ?? [];
  sources.hidden = !found.length;
  sources.replaceChildren(...(found.length ? [listed(found)] : []));
  if (now.next) document.querySelector("main")?.prepend(hint(now.next));
  else document.getElementById("conspectus-next")?.remove();
  paper = now.paper ?? "";
  edit.hidden = !paper;
};

// Comes after everything else, as high as the bar, so that the bar hides nothing at the end of the page.
const host = create("div", { id: "conspectus-bar", lang: "en", dir: "ltr" });
const bar = create("nav", {}, create("span", { role: "status" }, moved), mistakes, sources, edit);
bar.setAttribute("aria-label", "Preview");
let at = window.scrollY;
window.addEventListener("scroll", () => {
  const down = window.scrollY > at;
  const ended = window.scrollY + window.innerHeight > document.documentElement.scrollHeight - 48;
  if (window.scrollY !== at) bar.classList.toggle("away", down && !ended);
  at = window.scrollY;
}, { passive: true });
const style = create("link", { rel: "stylesheet", href: "/__conspectus/bar.css" });
style.addEventListener("load", () => (bar.hidden = false));
bar.hidden = true;
host.attachShadow({ mode: "open" }).append(style, bar);
if (!document.body.classList.contains("alone")) {
  document.body.append(host);
  // A panel that was open when the page changed opens again at once.
  const was = sessionStorage.getItem("conspectus-panel:" + location.pathname);
  if (was) import("./panel.js").then((panel) => panel.restore(edit));
}
