// A paper found, as lists show papers: the card of partials/card.html, which the page has as a template, with the words that
// were searched for.

import { create } from "./dom.js";
import { declare, excerpts, isMet, placeName } from "./excerpts.js";
import { among, highlighted } from "./highlight.js";
import { gettext } from "./language.js";
import { root } from "./survey.js";

const template = document.getElementById("card").content;

// The first names, as many as the template has; the rest too, if one of them was asked for.
function fillAuthors(line, authors, isMeant) {
  const most = line.firstChild.data.split(",").length;
  const names = authors.split(", ");
  const rest = highlighted(names.slice(most).join(", "), isMeant);
  const all = names.length <= most || rest.some((part) => part.nodeName === "MARK");
  const shown = highlighted(all ? authors : names.slice(0, most).join(", "), isMeant);
  line.replaceChildren(...shown, ...(all ? [] : [" ", line.lastElementChild]));
}

// The template has a link of each kind, so that they are called as everywhere: at a host of that name, papers' at their own.
function fillLinks(list, paper) {
  const copying = list.lastElementChild;
  const examples = new Map([...list.querySelectorAll("a")].map((link) => [link.host, link.parentElement]));
  const known = paper.links.map((link) => /^(paper|pdf|code)=(https?:\/\/.+)$/.exec(link)).filter(Boolean);
  const items = known.map(([, kind, href]) => {
    const example = (kind === "paper" && examples.get(new URL(href).host)) || examples.get(`${kind}.invalid`);
    const item = example.cloneNode(true);
    item.firstElementChild.href = href;
    return item;
  });
  const button = copying.firstElementChild;
  button.dataset.copy = `${paper.url}${button.dataset.copy.split("/").at(-1)}`;
  list.replaceChildren(...items, copying);
}

// The places of a paper, without those that lie above another of them, unless these alone may say why it was found. Search knows no
// reasons, so none are asked for.
function fillPlaces(list, paper, { main, places }, isMeant, isExplained) {
  const all = places.filter(({ group, value }) => Object.hasOwn(paper.filters, group) && paper.filters[group].includes(value));
  const own = all.filter((place, at) => !(all[at + 1]?.group === place.group && all[at + 1].depth > place.depth)
    || (!isExplained && isMet(place, isMeant)));
  const items = own.map((place) => {
    const item = list.firstElementChild.cloneNode(true);
    const link = item.querySelector("a");
    item.querySelector(".why").remove();
    link.removeAttribute("aria-describedby");
    item.classList.toggle("main", place.group === main);
    Object.assign(link, { href: new URL(place.url, root).pathname, title: place.kind });
    link.replaceChildren(...placeName(place, isMeant));
    return item;
  });
  if (items.length) list.replaceChildren(...items);
  else list.remove();
}

// A paper found, as an item of a list; `exact`: the identifier that it was found by, if it was.
export function card(paper, survey, exact) {
  const { title, lang, authors, date, venue, organisation } = paper.meta;
  const isMeant = among(paper.words);
  const item = create("li", {}, document.importNode(template, true));
  const part = (selector) => item.querySelector(selector);
  const fill = (element, text) => (text ? element.replaceChildren(...highlighted(text, isMeant)) : element.remove());
  part(".card").dataset.paper = paper.id;
  part(".Z3988").remove(); // what it would say stands on the paper's page
  const link = part(".card-title a");
  link.href = paper.url;
  declare(link, lang);
  link.replaceChildren(...highlighted(title, isMeant));
  if (authors) fillAuthors(part(".card-authors"), authors, isMeant);
  else part(".card-authors").remove();
  const summary = part(".card-summary");
  summary.replaceChildren(...excerpts(paper, isMeant).map((piece) => create("p", {}, ...piece)));
  if (exact) {
    const match = gettext("Exact match: %(name)s", { name: gettext(exact.kind) });
    summary.before(create("p", { className: "found-exact" }, match, " ", create("mark", {}, exact.name)));
  };
  const [when, where, whose] = item.querySelectorAll(".card-facts > span");
  if (date) when.querySelector("time").replaceWith(date);
  else when.remove();
  fill(where, venue);
  fill(whose, organisation);
  fillLinks(part(".links"), paper);
  if (paper.links.some((link) => link.startsWith("related="))) { // its page lists them, and says what they have in common
    const like = create("a", { href: `${paper.url}#related` }, gettext("More like this"));
    part(".links").after(create("p", { className: "card-like" }, like));
  }
  fillPlaces(part(".chips"), paper, survey, isMeant, part("mark"));
  return item;
}
