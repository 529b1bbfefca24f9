// Papers found, as lists show papers: the card of partials/card.html, with the matched words.

import { made } from "./made.js";
import { excerpt, marked } from "./results.js";
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
    return made("li", {}, made("a", { href, rel: "noopener" }, label));
  });
}

// The first names; the rest too, if one of them was asked for.
function byline(authors, query) {
  const names = authors.split(", ");
  const rest = marked(names.slice(AUTHORS).join(", "), query);
  if (names.length <= AUTHORS || rest.some((part) => part.nodeName === "MARK")) return marked(authors, query);
  return [...marked(names.slice(0, AUTHORS).join(", "), query), " et al."];
}

// A paper found, as a list shows papers; `exact`: what the query is, if it identifies the paper.
export function card(paper, query, { main, places }, exact) {
  const { title, authors, date, venue, organisation } = paper.meta;
  const link = made("a", { href: paper.url }, ...marked(title, query));
  const body = made("div", { className: "card-body" }, made("h2", { className: "card-title" }, link));
  if (authors) body.append(made("p", { className: "card-authors" }, ...byline(authors, query)));
  if (exact) body.append(made("p", { className: "found-exact" }, "This is its ", exact.kind, ": ", made("mark", {}, exact.name)));
  body.append(made("p", { className: "excerpt" }, ...excerpt(paper.content, paper.words)));
  const foot = made("div", { className: "card-foot" });
  const found = links(paper);
  if (found.length) foot.append(made("ul", { className: "links", ariaLabel: "Links" }, ...found));
  const items = chips(paper, places).map((place) => {
    const href = new URL(place.url, root).pathname;
    return made("li", { className: place.group === main ? "main" : "" }, made("a", { href, title: place.kind }, place.title));
  });
  if (items.length) foot.append(made("ul", { className: "chips", ariaLabel: "Places in the survey" }, ...items));
  const facts = [date, venue, organisation].filter(Boolean).map((fact) => made("span", {}, fact));
  const article = made("article", { className: "card", "data-paper": paper.id });
  article.append(body, made("p", { className: "card-facts" }, ...facts), foot);
  return made("li", {}, article);
}
