// The search page. The form, its state in the address and the results are ours: Pagefind's own components (1.5.2) keep
// neither query nor filters in the address, so a search could not be linked to or survive Back.

import { boxOf, inWords, nameChosen, onlyOne, wanted } from "./choices.js";
import { create, counted, pauseAfter, saidLater, yielded } from "./dom.js";
import { gettext } from "./language.js";
import { card } from "./search-card.js";
import { FIRST, find } from "./search-index.js";
import { about } from "./survey.js";

const PAGE = 20;
// the others of a page are loaded once a reader comes near the last of these
const NEAR = 6;
const form = document.querySelector("form.search");
const { q: box, sort } = form.elements;
const list = form.querySelector(".search-results");
const status = form.querySelector(".search-status");
const active = form.querySelector(".search-active");
const apart = form.querySelector(".search-partial");
const led = form.querySelector(".search-places");
const clear = form.querySelector("[type=reset]");
const along = form.querySelector(".take-along");
const exported = along.querySelector("[role=status]");
const boxes = [...form.querySelectorAll("input[type=checkbox]")];
const isNarrow = matchMedia("(max-width: 52rem)").matches;

// the newest search; an older one that comes back late is not shown
let asked = 0;
// how many results are listed
let shown = 0;
let found = { results: [], partial: [] };

// The form as an address says it, and back.

function read(address) {
  const said = new URL(address).searchParams;
  box.value = (said.get("q") ?? "").slice(0, box.maxLength);
  sort.value = said.get("sort") ?? "";
  if (sort.selectedIndex < 0) sort.value = "";
  for (const choice of boxes) choice.checked = false;
  for (const [name, value] of said) {
    const choice = boxOf(form, boxes, name, value);
    if (!choice) continue;
    choice.checked = true;
    if (!isNarrow) choice.closest("details").open = true;
  }
  for (const group of form.querySelectorAll("fieldset")) {
    const chosen = group.querySelector(":checked")?.closest(".choice");
    if (chosen) group.scrollTop += chosen.getBoundingClientRect().top - group.getBoundingClientRect().top;
  }
}

function written() {
  const said = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value.trim()) said.append(name, value.trim());
  return said.toString();
}

function remember(push) {
  const address = new URL(location.href);
  address.search = written();
  if (address.href === location.href) return;
  if (push) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

// Filters as Pagefind takes them; `except` is a group of which only what is left out counts.
function filters(except) {
  const asks = wanted(boxes).map(({ name, any, not }) => [
    name,
    { ...(any.length && name !== except && { any }), ...(not.length && { none: not }) },
  ]);
  return Object.fromEntries(asks.filter(([, ask]) => Object.keys(ask).length));
}

async function search() {
  const mine = ++asked;
  const query = box.value.trim();
  const criteria = { query, words: [...inWords(form), sort.value && sort.selectedOptions[0].textContent], address: location.href };
  clear.hidden = !written();
  exported.textContent = "";
  nameChosen(active, boxes, again);
  const waiting = saidLater(status, gettext("Searching …"), () => mine === asked);
  try {
    const finding = find(query, filters(), sort.value || undefined);
    const [said, survey, { told, leads }] = await Promise.all([finding, about(), import("./search-said.js")]);
    await yielded();
    if (mine !== asked) return;
    const parts = await leads(query, said, survey, meant);
    if (mine !== asked) return;
    found = { ...said, criteria };
    led.hidden = !parts.length;
    led.replaceChildren(...parts); // before the results, which they would push down
    along.hidden = !found.results.length;
    form.classList.add("is-answered");
    await show(0, FIRST, survey, mine);
    if (mine !== asked) return;
    clearTimeout(waiting);
    status.textContent = told(query, found, boxes.some((choice) => choice.checked));
    await yielded();
    await count(query, mine).catch(() => {});
    await show(FIRST, NEAR, survey, mine);
  } catch {
    if (mine !== asked) return;
    for (const old of [list, apart.querySelector("ol")]) old.replaceChildren(); // which were of another query
    list.setAttribute("aria-busy", false);
    along.hidden = apart.hidden = true;
    status.textContent = gettext("Search could not be loaded. Reload the page to try again.");
  } finally {
    clearTimeout(waiting);
  }
}

// How many papers each value in sight would leave: as if nothing else of its group were chosen, while what is left out stays.

async function count(query, mine) {
  for (const { name, any } of wanted(boxes)) {
    const own = boxes.filter((choice) => choice.name === name);
    if (!found.counts || !own[0].closest("details").open) continue;
    const counts = await (any.length ? await find(query, filters(name)) : found).counts(name);
    if (mine !== asked) return;
    for (const choice of own) {
      if (choice.value.startsWith("-")) continue;
      const papers = counts.get(choice.value) ?? 0;
      const said = choice.closest("label");
      const before = said.querySelector(".count");
      if (before.textContent !== String(papers)) before.textContent = papers; // else it would be laid out anew
      said.classList.toggle("empty", papers === 0 && !choice.checked);
    }
  }
}

// Where a page of results ends.
const after = (from) => from - (from % PAGE) + PAGE;

const end = new IntersectionObserver(async (seen) => {
  if (!seen.some((entry) => entry.isIntersecting)) return;
  end.disconnect();
  const [survey, mine] = [await about(), asked];
  show(NEAR, PAGE, survey, mine).catch(() => mine === asked && list.append(more(survey, mine, failed)));
}, { rootMargin: "50%" });

// The results from one to another, and what has a part of the query behind them. Those in sight are shown in one go, so that
// the page is laid out once for them, and the others then; what stood in their place stays until they are there, so that
// nothing flickers.

async function show(from, to, survey, mine) {
  const { results, partial } = found;
  const behind = (at) => Math.max(0, at - results.length);
  const items = await cards(results.slice(from, to), survey);
  const parts = await cards(partial.slice(behind(from), behind(to)), survey);
  if (mine !== asked) return;
  const areMore = to < NEAR && to < results.length + partial.length;
  put(list, from === 0 && !items.length ? unfiltered() : items, from, areMore && to < results.length);
  put(apart.querySelector("ol"), parts, behind(from), areMore);
  if (parts.length || !areMore) apart.hidden = !apart.querySelector("li");
  list.setAttribute("aria-busy", areMore);
  shown = Math.min(to, results.length);
  if (from >= PAGE) items[0].querySelector("a").focus();
  end.disconnect();
  if (to === NEAR && to < results.length + partial.length) end.observe(parts.at(-1) ?? items.at(-1));
  else if (!areMore && shown < results.length) list.append(more(survey, mine, gettext("Show more papers")));
}

const failed = gettext("Papers could not be loaded. Try again.");

function more(survey, mine, name) {
  const button = pressed(name, () => show(shown, after(shown), survey, mine).catch(() => (button.textContent = failed)));
  return create("li", { className: "more" }, button);
}

// Items in a list from one place on, instead of as many that stood there; instead of all, unless more are to come.
function put(list, items, from, areMore) {
  for (const old of [...list.children].slice(from, areMore ? from + items.length : undefined)) old.remove();
  list.children[from] ? list.children[from].before(...items) : list.append(...items);
}

// Some papers' cards, made a few at a time, so that a reader who goes on typing never waits for them.
async function cards(results, survey) {
  const items = [];
  const papers = await Promise.all(results.map((result) => result.data()));
  for (const [at, paper] of papers.entries()) {
    if (at > 0 && at % FIRST === 0) await yielded();
    items.push(card(paper, survey, results[at].exact));
  }
  return items;
}

function pressed(text, act) {
  const button = create("button", { type: "button" }, text);
  button.addEventListener("click", act);
  return button;
}

// Where nothing is found with the filters: what there is without them.

function unfiltered() {
  if (!found.unfiltered || !boxes.some((choice) => choice.checked)) return [];
  const button = pressed(gettext("Clear filters (%(papers)s)", { papers: counted(found.unfiltered) }), () => {
    for (const choice of boxes) choice.checked = false;
    again();
  });
  return [create("li", { className: "suggestion" }, button)];
}

function meant(query) {
  box.value = query;
  again();
}

along.addEventListener("click", async ({ target }) => {
  if (!target.matches("button")) return;
  exported.textContent = "";
  const mine = asked;
  const waiting = saidLater(exported, gettext("Exporting …"), () => mine === asked);
  const said = await import("./export-search.js").then(({ exportSearch }) => exportSearch(target.value, found))
    .catch(() => gettext("Export failed. Reload the page and try again."));
  clearTimeout(waiting);
  if (mine === asked) exported.textContent = said;
});

// Keys: down and up walk from the box through the results and back; Escape in the box empties it.

form.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const links = [...form.querySelectorAll(".card-title a")];
  const here = links.indexOf(document.activeElement);
  if (here < 0 && document.activeElement !== box) return;
  event.preventDefault();
  const next = here + (event.key === "ArrowDown" ? 1 : -1);
  (next < 0 ? box : links[Math.min(next, links.length - 1)] ?? box).focus();
});

function changed() {
  remember(true);
  search();
}

// By a button that goes with what is shown: typing goes on in the box.
function again() {
  changed();
  box.focus();
}

let pause;
box.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    remember(false);
    search();
  }, pauseAfter(box.value));
});
form.addEventListener("change", (event) => {
  if (event.target === box) return;
  if (event.target.type === "checkbox") onlyOne(event.target);
  changed();
});
// the event does not bubble
form.addEventListener("toggle", () => count(box.value.trim(), asked).catch(() => {}), true);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  changed();
});
form.addEventListener("reset", (event) => {
  event.preventDefault();
  read(new URL(location.pathname, location.origin).href);
  changed();
  box.focus();
});
addEventListener("popstate", () => {
  read(location.href);
  search();
});

// On a phone the results come first; the filters are a word to open, and what is chosen is named above it.
if (isNarrow) {
  for (const group of form.querySelectorAll("details")) group.open = false;
  form.classList.add("is-folded");
}

// Back and forward come to the results as they were left: as many, as far down, and at the link that was followed.
const links = () => [...list.querySelectorAll("a")];
addEventListener("pagehide", () => history.replaceState({ shown, top: scrollY, at: links().indexOf(document.activeElement) }, ""));

async function restore({ shown: before, top, at }) {
  const mine = asked;
  end.disconnect();
  if (before > shown) await show(shown, Math.min(before, found.results.length), await about(), mine);
  if (mine !== asked) return;
  scrollTo(0, top);
  links()[at]?.focus({ preventScroll: true });
}

import("./search-said.js").then(({ readOut }) => readOut(status), () => {});
read(location.href);
const left = history.state;
search().then(() => left?.top && restore(left));
