// A link to a paper or a category shows it while it is pointed at or focused. What is shown is taken from the page itself,
// once. Cards, chips and the way to a page say it already, and drawings have titles of their own.

const WAIT = 250; // milliseconds somebody stays on a link who means it
const LINGER = 150; // and has, to get from it into what it shows
const TOLD = ".card, .chips, .crumbs, .paging, svg";
const root = new URL("..", import.meta.url).pathname;

const known = new Map();
const popup = Object.assign(document.createElement("aside"), { className: "popup", id: "shown", hidden: true });
popup.setAttribute("role", "tooltip");
document.body.append(popup);
let wanted = null;
let waiting;

function copied(part, className) {
  const copy = Object.assign(document.createElement("div"), { className });
  copy.append(...[...part.childNodes].map((node) => document.importNode(node, true)));
  for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes); // nobody could get to them by key
  return copy;
}

const PAPER = { ".paper h1": "popup-title", ".paper .authors": "authors", ".paper-facts": "paper-facts", ".lead": "lead" };
const CATEGORY = { "main > h1": "popup-title", "#papers": "paper-facts", "main .category-head > .prose": "lead" };

async function shown(address) {
  const reply = await fetch(address);
  if (!reply.ok) throw new Error(`${reply.status}`);
  const page = new DOMParser().parseFromString(await reply.text(), "text/html");
  const parts = page.querySelector("main .paper") ? PAPER : page.querySelector("section.papers") ? CATEGORY : {};
  return Object.entries(parts).flatMap(([selector, className]) => {
    const part = page.querySelector(selector);
    return part ? [copied(part, className)] : [];
  });
}

function place(link) {
  const box = link.getBoundingClientRect();
  popup.style.insetInlineStart = `${Math.max(8, Math.min(box.left, innerWidth - popup.offsetWidth - 8)) + scrollX}px`;
  const below = box.bottom + popup.offsetHeight + 8 < innerHeight;
  popup.style.insetBlockStart = `${scrollY + (below ? box.bottom + 4 : box.top - popup.offsetHeight - 4)}px`;
}

async function show(link) {
  const address = link.href.split("#")[0];
  if (!known.has(address)) known.set(address, shown(address).catch(() => []));
  const parts = await known.get(address);
  if (wanted !== link || !parts.length) return;
  popup.replaceChildren(...parts.map((part) => part.cloneNode(true)));
  popup.hidden = false;
  link.removeAttribute("title"); // else the browser would show its own tip over it
  link.setAttribute("aria-describedby", popup.id);
  place(link);
}

function hide() {
  clearTimeout(waiting);
  wanted?.removeAttribute("aria-describedby");
  wanted = null;
  popup.hidden = true;
}

// The link to one page of the site that is meant, if it shows a paper or may show a category: `papers/x/`, `topics/y/`.

function meant(event) {
  const link = event.target.closest?.("main a[href]");
  if (!link || link.origin !== location.origin || link.pathname === location.pathname) return null;
  if (!link.pathname.startsWith(root) || !/^[^/]+\/[^/]+\/$/.test(link.pathname.slice(root.length))) return null;
  return link.matches(".citation") || !link.closest(TOLD) ? link : null;
}

function come(event) {
  if (event.target.closest?.(".popup")) return clearTimeout(waiting);
  const link = meant(event);
  if (!link) return;
  if (link === wanted) return clearTimeout(waiting);
  hide();
  wanted = link;
  waiting = setTimeout(show, WAIT, link);
}

function go(event) {
  if (!wanted || wanted.contains(event.relatedTarget) || popup.contains(event.relatedTarget)) return;
  clearTimeout(waiting);
  waiting = setTimeout(hide, popup.hidden ? 0 : LINGER);
}

document.addEventListener("pointerover", (event) => event.pointerType === "mouse" && come(event));
document.addEventListener("pointerout", (event) => event.pointerType === "mouse" && go(event));
document.addEventListener("focusin", (event) => event.target.matches?.(":focus-visible") && come(event));
document.addEventListener("focusout", go);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || popup.hidden) return;
  event.preventDefault(); // the key has done its work
  hide();
});
