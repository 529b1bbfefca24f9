// A category's list, filtered and sorted in place; the choice is in the address, so that it can be linked to.
// Who shows the same papers otherwise (a table, a timeline) listens for `narrowed`, which brings them in their order.

import { boxOf, inWords, nameChosen, onlyOne, wanted } from "./choices.js";
import { counted } from "./dom.js";
import { collator, gettext, labelled, ngettext } from "./language.js";

const form = document.querySelector(".narrowing");
const section = form.closest("section");
const heading = section.querySelector("h2");
const bar = section.querySelector(".narrowed");
const list = section.querySelector(".cards");
const paging = section.querySelector(".paging");
const status = bar.querySelector("[role=status]");
const active = bar.querySelector(".in-use");
const sort = form.elements.sort;
const boxes = [...form.querySelectorAll("input")];
const groups = new Set([...form.querySelectorAll("fieldset")].map((group) => group.name));

function paper(element) {
  const card = element.querySelector(".card");
  return {
    element,
    id: card.dataset.paper,
    marks: new Set(card.dataset.marks.split(" ")),
    title: card.querySelector(".card-title").textContent.trim(),
    score: Number(card.dataset.score ?? -Infinity),
    comments: Number(card.dataset.comments ?? 0),
  };
}
const papers = [...list.children].map(paper); // as the page has them: by date

// The list's further pages, all at the same time, once a reader comes near the form.

let whole = paging ? null : Promise.resolve();

function load() {
  whole ??= rest().catch((error) => {
    whole = null; // so that the next change tries again
    throw error;
  });
  return whole;
}

async function rest() {
  const last = [...paging.querySelectorAll("li a")].pop();
  const numbers = Array.from({ length: last.textContent - 1 }, (_, index) => index + 2);
  const pages = await Promise.all(numbers.map(async (number) => {
    const reply = await fetch(new URL(`../${number}/`, last.href));
    if (!reply.ok) throw new Error(`${reply.status}`);
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    return [...page.querySelectorAll(".cards > li")].map((element) => paper(document.importNode(element, true)));
  }));
  papers.push(...pages.flat());
}

// The form as an address says it, and back.

function read() {
  const said = new URLSearchParams(location.search);
  for (const one of boxes) one.checked = false;
  for (const [name, value] of said) {
    const one = boxOf(form, boxes, name, value);
    if (!one) continue;
    one.checked = true;
    one.closest("details").hidden = false;
  }
  sort.value = said.get("sort") ?? "";
  if (sort.selectedIndex < 0) sort.value = "";
}

function remember() {
  const address = new URL(location.href);
  const said = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value) said.append(name, value);
  for (const [name, value] of address.searchParams) {
    if (!groups.has(name) && name !== "sort") said.append(name, value); // what others remember there
  }
  address.search = said;
  if (address.href !== location.href) history.pushState(null, "", address);
}

const has = (one) => (mark) => one.marks.has(mark);
const passes = (one, { any, not }) => (!any.length || any.some(has(one))) && !not.some(has(one));
const fits = (one, asked) => asked.every((group) => passes(one, group));

// What is asked for, in the words that cards carry.
function marks() {
  return wanted(boxes).map(({ name, any, not }) => {
    const mark = (value) => `${name}:${value}`;
    return { name, any: any.map(mark), not: not.map(mark) };
  });
}

const orders = {
  title: (a, b) => collator.compare(a.title, b.title),
  score: (a, b) => b.score - a.score || 0, // no score less no score is not a number
  comments: (a, b) => b.comments - a.comments,
};

function say(words, unseen = false) {
  status.textContent = words;
  status.classList.toggle("unseen", unseen);
}

async function show() {
  nameChosen(active, boxes, (one) => {
    changed();
    (active.querySelector("button") ?? one.closest("details").querySelector("summary")).focus();
  });
  if (paging?.isConnected && !sort.value && !boxes.some((one) => one.checked)) return; // the page as it was built
  if (paging?.isConnected) say(gettext("Loading all papers …"));
  try {
    await load();
  } catch {
    say(gettext("The full list could not be loaded. Reload the page to try again."));
    return;
  }
  paging?.remove();
  const asked = marks();
  const order = sort.value in orders ? [...papers].sort(orders[sort.value]) : papers;
  const found = order.filter((one) => fits(one, asked));
  fill(found);
  count(asked);
  heading.textContent = found.length < papers.length ? share(found) : counted(papers.length);
  say(heading.textContent, true); // in sight it stands in the heading
  section.dispatchEvent(new CustomEvent("narrowed", { bubbles: true, detail: found.map((one) => one.id) }));
}

const share = (found) =>
  ngettext("%(shown)s of %(num)s paper", "%(shown)s of %(num)s papers", papers.length, { shown: found.length });

// As many at a time as a page has: the browser would lay out a thousand at every change, and nobody reads them.

const MOST = 50;
const more = Object.assign(document.createElement("button"), { type: "button", className: "more" });

let filled = null; // what the list was last filled with

function fill(found, shown = MOST) {
  filled = { found, shown };
  list.replaceChildren(...found.slice(0, shown).map((one) => one.element));
  more.remove();
  if (found.length <= shown) return;
  more.textContent = ngettext("Show %(num)s more paper", "Show %(num)s more papers", Math.min(MOST, found.length - shown));
  more.onclick = () => {
    fill(found, shown + MOST);
    list.children[shown].querySelector("a").focus();
  };
  list.after(more);
}

addEventListener("beforeprint", () => filled && list.replaceChildren(...filled.found.map((one) => one.element)));
addEventListener("afterprint", () => filled && fill(filled.found, filled.shown));

// How many papers each value would leave: as if nothing else of its group were chosen, while what is left out stays so.

function count(asked) {
  for (const { name, not } of asked) {
    const others = asked.filter((group) => group.name !== name);
    const left = papers.filter((one) => fits(one, others));
    for (const one of boxes) {
      if (one.name !== name || one.value.startsWith("-")) continue;
      const mark = `${name}:${one.value}`;
      const without = not.filter((other) => other !== mark);
      const found = left.filter((each) => each.marks.has(mark) && !without.some(has(each))).length;
      const label = one.parentElement;
      label.querySelector(".count").textContent = found;
      label.classList.toggle("empty", !found && !one.checked);
    }
  }
}

// With filters, only the papers that are shown are exported, with the filters.

section.querySelector(".take-along")?.addEventListener("click", async (event) => {
  const link = event.target.closest("a[href]");
  if (!link || !filled || filled.found.length === papers.length) return;
  event.preventDefault();
  try {
    const { exportFound } = await import("./export.js");
    const title = document.querySelector("h1").textContent.trim();
    const asked = [
      gettext("in “%(title)s”", { title }),
      ...inWords(form),
      sort.value && gettext("sorted by %(name)s", { name: sort.selectedOptions[0].textContent }),
    ].filter(Boolean);
    const said = await exportFound(link.pathname.split(".").at(-1), filled.found.map((one) => one.id), asked);
    say(labelled(share(filled.found), said));
  } catch {
    location.assign(link.href); // all of them are better than none
  }
});

function changed() {
  remember();
  show();
}

form.addEventListener("change", ({ target }) => {
  onlyOne(target);
  changed();
});
sort.addEventListener("change", changed);
for (const near of ["pointerenter", "focusin"]) form.addEventListener(near, () => load().catch(() => {}), { once: true });
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(changed)); // the form is empty only after the event
addEventListener("popstate", () => {
  read();
  show();
});

// Escape clears, wherever the reader is, unless a text is being written or somebody else had a use for the key.

addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  if (event.target.closest("input:not([type=checkbox]), textarea, select, dialog, [contenteditable]")) return;
  if (active.contains(document.activeElement)) form.querySelector("summary").focus();
  form.reset();
});

read();

// Where there is room beside the list, groups in use and those of few values stand open: one press less.

const FEW = 5;
if (matchMedia("(min-width: 64rem)").matches) {
  for (const group of form.querySelectorAll("details")) {
    group.open = group.querySelector(":checked") || group.querySelectorAll(".choice").length <= FEW;
  }
}

form.inert = bar.inert = sort.closest("p").inert = false;
if (location.search) show();
