// Papers found, as lists show papers: the card of partials/card.html, with the matched words.

import { create } from "./dom.js";
import { excerpt, highlighted } from "./highlight.js";
import { root } from "./survey.js";

const AUTHORS = 6;

// The places of a paper, without those that lie above another of them.
function chips(paper, places) {
  const own = places.filter(({ group, value }) => paper.filters[group]?.includes(value));
  return own.filter((place, at) => !(own[at + 1]?.group === place.group && own[at + 1].depth > place.depth));
}

const LABELS = { pdf: "PDF", code: "Code", "arxiv.org": "arXiv", "doi.org": "DOI", paper: "Paper" };

function links(paper) {
  const found = paper.links.map((link) => /^(paper|pdf|code)=(https?:\/\/.+)$/.exec(link)).filter(Boolean);
  return found.map(([, kind, href]) => {
    const label = (kind === "paper" && LABELS[new URL(href).host]) || LABELS[kind];
    return create("li", {}, create("a", { href, rel: "noopener" }, label));
  });
}

// The first names; the rest too, if one of them was asked for.
function byline(authors, query) {
  const names = authors.split(", ");
  const rest = highlighted(names.slice(AUTHORS).join(", "), query);
  if (names.length <= AUTHORS || rest.some((part) => part.nodeName === "MARK")) return highlighted(authors, query);
  return [...highlighted(names.slice(0, AUTHORS).join(", "), query), " et al."];
}

// A paper found, as a list shows papers; `exact`: what the query is, if it identifies the paper.
export function card(paper, query, { main, places }, exact) {
  const { title, authors, date, venue, organisation } = paper.meta;
  const link = create("a", { href: paper.url }, ...highlighted(title, query));
  const body = create("div", { className: "card-body" }, create("h2", { className: "card-title" }, link));
  if (authors) body.append(create("p", { className: "card-authors" }, ...byline(authors, query)));
  if (exact) body.append(create("p", { className: "found-exact" }, "This is its ", exact.kind, ": ", create("mark", {}, exact.name)));
  body.append(create("p", { className: "excerpt" }, ...excerpt(paper.content, paper.words)));
  const foot = create("div", { className: "card-foot" });
  const found = links(paper);
  if (found.length) foot.append(create("ul", { className: "links", ariaLabel: "Links" }, ...found));
  const items = chips(paper, places).map((place) => {
    const href = new URL(place.url, root).pathname;
    return create("li", { className: place.group === main ? "main" : "" }, create("a", { href, title: place.kind }, place.title));
  });
  if (items.length) foot.append(create("ul", { className: "chips", ariaLabel: "Places in the survey" }, ...items));
  const facts = [date, venue, organisation].filter(Boolean).map((fact) => create("span", {}, fact));
  const article = create("article", { className: "card", "data-paper": paper.id });
  article.append(body, create("p", { className: "card-facts" }, ...facts), foot);
  return create("li", {}, article);
}
