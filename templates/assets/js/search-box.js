// The search box of every page: papers as compact cards, and matching topics and pages. Loaded when a reader first uses it.

import { create, counted, pauseAfter, saidLater } from "./dom.js";
import { declare, excerpts, isMet, placeName } from "./excerpts.js";
import { among, has, highlighted, nearTo } from "./highlight.js";
import { gettext } from "./language.js";
import { places } from "./places.js";
import { engine, find } from "./search-index.js";
import { howMany, none, readOut } from "./search-said.js";
import { about, root } from "./survey.js";

const PAPERS = 8;
const PLACES = 3;

const box = create("input", {
  type: "search", name: "q", maxLength: 1000, dir: "auto", role: "combobox", autocomplete: "off", spellcheck: false, autofocus: true,
  ariaLabel: gettext("Search papers, topics and pages"), "aria-controls": "found", "aria-autocomplete": "list", ariaExpanded: "false",
  placeholder: gettext("Words, title, author or arXiv ID"),
});
const close = create("button", { type: "button", className: "finder-close", ariaLabel: gettext("Close (Esc)") }, gettext("Close"));
const tools = create("div", { className: "finder-tools" });
const status = create("p", { className: "finder-status" });
const list = create("div", { id: "found", role: "listbox", tabIndex: -1, ariaLabel: gettext("Results") }); // the box steers it
const all = create("a", { className: "finder-all" }, gettext("All results with filters"), " →");
const keys = create("span", { className: "finder-keys", ariaHidden: "true" }, gettext("↑ ↓ to select, Enter to open"));
const form = create("form", { role: "search" }, create("div", { className: "finder-box" }, box, close), tools);
const foot = create("p", { className: "finder-foot" }, all, keys);
const dialog = create("dialog", { className: "finder", ariaLabel: gettext("Search") }, form, status, list, foot);
document.body.append(dialog);
readOut(status);

let survey;
let back = null;
let asked = 0; // the newest search; an older one that comes back late is not shown

// The choices of the form: topic, year and code; named as the search page's address names them.

async function choices() {
  survey = await about();
  const select = (name, label, any, options) =>
    create("select", { name, ariaLabel: label }, create("option", { value: "" }, any), ...options);
  const topics = survey.places.filter((place) => place.group && place.group === survey.main);
  const indented = (place) => `${"\u2003".repeat(place.depth)}${place.name ?? place.title}`;
  const parts = [];
  if (topics.length) {
    const options = topics.map((place) => create("option", { value: place.value }, indented(place)));
    parts.push(select(survey.main, gettext("Topic"), gettext("Any topic"), options));
  }
  if (survey.years.length) {
    const options = survey.years.map((year) => create("option", { value: year }, String(year)));
    parts.push(select("year", gettext("Year"), gettext("Any year"), options));
  }
  parts.push(create("label", {}, create("input", { type: "checkbox", name: "code", value: "yes" }), " ", gettext("with code")));
  tools.replaceChildren(...parts);
}

const said = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));

function results() {
  const address = new URL("search/", root);
  address.search = said();
  return address.href;
}

function filters() {
  const chosen = [...said()].filter(([name]) => name !== "q");
  return Object.fromEntries(chosen.map(([name, value]) => [name, { any: [value] }]));
}

// Topics and pages one may have meant; before anything is typed, the topics to begin with.

function others(query) {
  if (query) return places(query, survey).slice(0, PLACES);
  return survey.places.filter((place) => place.group && place.group === survey.main && !place.depth);
}

// What was found, as options of a list that the box steers.

const option = (href, ...inside) => create("a", { role: "option", href, tabIndex: -1, ariaSelected: "false" }, ...inside);
const line = (name, ...inside) => create("span", { className: name }, ...inside);

function placed(place, query) {
  const facts = [query && place.kind, place.count && counted(place.count)].filter(Boolean).join(" · ");
  const one = option(new URL(place.url, root).pathname, line("found-title", ...highlighted(place.name ?? place.title, nearTo(query))), line("found-facts", facts));
  one.classList.add("found-place");
  return one;
}

function papered(paper, exact) {
  const { title, lang, authors = "", date, venue } = paper.meta;
  const isMeant = among(paper.words);
  const names = authors.split(", ");
  const some = [...names.slice(0, 2), ...names.slice(2).filter((name) => has(name, isMeant)).slice(0, 2)];
  const byline = names.length > 3 ? `${some.join(", ")} ${gettext("et al.")}` : authors;
  const facts = [byline, venue, date, paper.filters.code?.includes("yes") && gettext("code")].filter(Boolean);
  const why = exact ? [gettext("Exact match: %(name)s", { name: gettext(exact.kind) })] : excerpts(paper, isMeant, 16)[0] ?? [];
  const name = line("found-title", ...highlighted(title, isMeant));
  declare(name, lang);
  const text = line(exact ? "found-exact" : "found-text", ...why);
  const one = option(paper.url, name, line("found-facts", ...highlighted(facts.join(" · "), isMeant)), text);
  const isIn = ({ group, value }) => Object.hasOwn(paper.filters, group) && paper.filters[group].includes(value);
  const place = one.querySelector("mark") ? null : survey.places.find((place) => place.group && isIn(place) && isMet(place, isMeant));
  if (place) text.replaceChildren(...placeName(place, isMeant));
  return one;
}

function group(label, options) {
  if (!options.length) return null;
  return create("div", { role: "group", ariaLabel: label }, line("found-label", label), ...options);
}

async function search() {
  const mine = ++asked;
  const query = box.value.trim();
  const chosen = filters();
  all.href = results();
  let [papers, some, told] = [[], [], ""];
  const waiting = saidLater(status, gettext("Searching …"), () => mine === asked);
  try {
    if (!survey) await choices();
    if (query || Object.keys(chosen).length) {
      const found = await find(query, chosen);
      const { results, partial } = found;
      const data = (list) => Promise.all(list.slice(0, PAPERS).map((result) => result.data()));
      papers = (await data(results)).map((paper, at) => papered(paper, results[at].exact));
      if (!results.length) some = (await data(partial)).map((paper) => papered(paper));
      told = (results.length ? howMany(found) : none(query, found)) + found.note;
    }
  } catch {
    told = gettext("Search could not be loaded. Reload the page to try again.");
  } finally {
    clearTimeout(waiting);
  }
  if (mine !== asked) return;
  const leads = survey ? others(query).map((place) => placed(place, query)) : [];
  const groups = [group(query ? gettext("Topics and pages") : gettext("Topics"), leads), group(gettext("Papers"), papers), group(gettext("Papers that match a part of it"), some)];
  list.replaceChildren(...groups.filter(Boolean));
  options().forEach((one, at) => (one.id = `found-${at}`));
  status.textContent = told;
  box.setAttribute("aria-expanded", String(options().length > 0));
  choose(options().findIndex((one) => one.querySelector(".found-exact")));
}

// The box keeps the focus; the arrows move a choice through the list.

const options = () => [...list.querySelectorAll("[role=option]")];
const chosen = () => options().findIndex((one) => one.ariaSelected === "true");

function choose(at) {
  options().forEach((one, index) => one.setAttribute("aria-selected", String(index === at)));
  const one = options()[at];
  if (one) {
    box.setAttribute("aria-activedescendant", one.id);
    one.scrollIntoView({ block: "nearest" });
  } else box.removeAttribute("aria-activedescendant");
}

box.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.isComposing) return;
  event.preventDefault();
  choose(Math.max(-1, Math.min(chosen() + step, options().length - 1)));
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const one = options()[chosen()];
  if (one) one.click();
  else location.assign(results());
});

let pause;
form.addEventListener("input", () => {
  all.href = results();
  clearTimeout(pause);
  pause = setTimeout(search, pauseAfter(box.value));
});

// Who had the focus gets it back. The browser gives it to the page's box, where letters go nowhere after a press on a button.

function shut() {
  dialog.close();
  document.activeElement.blur();
  back?.focus();
}

// Escape closes at once: in a search box of its own it would only empty it.

dialog.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  event.preventDefault();
  shut();
});
dialog.addEventListener("cancel", (event) => {
  event.preventDefault();
  shut();
});
close.addEventListener("click", shut);
dialog.addEventListener("click", (event) => {
  if (event.target === dialog || event.target.closest("a")) shut(); // beside it, or on the way
});

// `before`: what had the focus, and gets it back.
export function open(query = "", before = null) {
  if (dialog.open) return;
  back = before;
  dialog.showModal();
  if (query) box.value = query; // typing goes on behind it
  else box.select();
  search();
  engine().catch(() => {}); // warm before the first word is there
}
