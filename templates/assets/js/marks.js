// On every page: a paper, in a list or on its own page, can be saved to the reading list. A tray in the corner counts the
// saved papers and links to the list and to their comparison.

import { create, plainText } from "./dom.js";
import { gettext, ngettext } from "./language.js";
import { canStore, marks, saveMarks, root } from "./storage.js";

function described(paper) {
  const { lang } = paper.querySelector("h1, a");
  return {
    id: paper.dataset.paper,
    title: titleOf(paper),
    ...(lang && { lang }),
    by: plainText(paper.querySelector(".card-authors, .authors")).slice(0, 200),
    date: paper.querySelector(".when time")?.getAttribute("datetime") ?? "",
    note: "",
    read: false,
  };
}

function titleOf(paper) {
  const title = paper.querySelector("h1, a");
  return title.dataset.title ?? plainText(title);
}

// Where there is room for it a button shows a word, else its icon alone.

function equip(paper) {
  const place = paper.querySelector(".marking");
  if (!place || place.hasChildNodes()) return false;
  place.append(create("button", { type: "button", className: "mark" }));
  return true;
}

const count = create("span");
const compare = create("a", { href: `${root}compare/` }, gettext("Compare"));
const list = create("a", { href: `${root}reading/` }, gettext("Reading list"));
const tray = create("nav", { className: "tray", hidden: true }, count, compare, list);
tray.setAttribute("aria-label", gettext("Saved papers"));
const status = create("p", { className: "unseen" });
status.setAttribute("role", "status");

function show() {
  const ids = new Set(marks().map((one) => one.id));
  for (const button of document.querySelectorAll(".mark")) {
    const paper = button.closest("[data-paper]");
    const saved = ids.has(paper.dataset.paper);
    const word = saved ? gettext("Saved") : gettext("Save");
    button.setAttribute("aria-pressed", saved);
    const title = titleOf(paper);
    button.ariaLabel = saved ? gettext("Saved %(title)s", { title }) : gettext("Save %(title)s", { title });
    button.textContent = paper.matches("article") ? word : "";
  }
  count.textContent = gettext("%(count)s saved", { count: ids.size });
  compare.hidden = ids.size < 2;
  tray.hidden = !ids.size;
}

function toggle(paper) {
  const entries = marks();
  const id = paper.dataset.paper;
  const found = entries.find((one) => one.id === id);
  if (found?.note && !confirm(gettext("Remove this paper from your reading list? Your note on it will be deleted."))) return;
  const now = found ? entries.filter((one) => one !== found) : [...entries, described(paper)];
  const done = saveMarks(now);
  status.textContent = !done
    ? gettext("Not saved: your browser’s storage is full.")
    : found
      ? ngettext("Removed. Reading list: %(num)s paper", "Removed. Reading list: %(num)s papers", now.length)
      : ngettext("Saved. Reading list: %(num)s paper", "Saved. Reading list: %(num)s papers", now.length);
}

// Lists grow and change on a page: whatever comes to it is equipped before it is seen.

function watch(changes) {
  const added = changes.flatMap((change) => [...change.addedNodes]).filter((node) => node.nodeType === Node.ELEMENT_NODE);
  const papers = added.flatMap((node) => [...(node.matches("[data-paper]") ? [node] : node.querySelectorAll("[data-paper]"))]);
  if (papers.filter(equip).length) show();
}

if (canStore()) {
  document.querySelectorAll("[data-paper]").forEach(equip);
  document.querySelector("main").after(tray, status);
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.(".mark");
    if (button) toggle(button.closest("[data-paper]"));
  });
  document.addEventListener("marks", show);
  new MutationObserver(watch).observe(document.querySelector("main"), { childList: true, subtree: true });
  show();
}
