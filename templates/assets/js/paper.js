// A paper, read off its own page: { id, address, title, heading, cells, related }: cells by the rows of a comparison, and the
// papers like it, best first, each { id, link }.

import { create, plainText } from "./dom.js";
import { isId, root } from "./storage.js";

const copies = (element) => [...(element?.childNodes ?? [])].map((node) => document.importNode(node, true));

const list = (links) => create("ul", {}, ...[...links].map((link) => create("li", {}, document.importNode(link, true))));

async function read(id) {
  const address = `${root}papers/${id}/`;
  const reply = await fetch(address);
  if (!reply.ok) return null;
  const page = new DOMParser().parseFromString(await reply.text(), "text/html");
  const paper = page.querySelector("article.paper");
  if (!paper) return movedTo(page);
  const heading = paper.querySelector("h1");
  const title = heading.dataset.title ?? plainText(heading);
  return { id: paper.dataset.paper, address, title, heading: copies(heading), cells: cellsOf(paper), related: relatedOf(paper, address) };
}

// An earlier id leads to a page that only says where the paper is now.

function movedTo(page) {
  const link = page.querySelector("meta[http-equiv=refresh]") && page.querySelector("main a");
  return link ? paper(link.getAttribute("href").split("/").at(-2)) : null;
}

function cellsOf(paper) {
  const cells = new Map([
    ["authors", copies(paper.querySelector(".authors"))],
    ["summary", copies(paper.querySelector(".lead"))],
  ]);
  for (const name of ["date", "venue", "organisation"]) {
    cells.set(name, copies(paper.querySelector(`[data-field=${name}]`)));
  }
  for (const place of paper.querySelectorAll(".places > div")) {
    cells.set(`in ${place.querySelector("dt").textContent}`, [list(place.querySelectorAll("dd > a"))]);
  }
  for (const { cells: [label, figure] } of paper.querySelectorAll(".facts tr")) {
    cells.set(`its ${label.textContent}`, copies(figure));
  }
  const links = paper.querySelectorAll("ul.links a");
  if (links.length) cells.set("links", [list(links)]);
  return cells;
}

function relatedOf(paper, address) {
  return [...paper.querySelectorAll("[aria-labelledby=related] li > a")].map((said) => {
    const link = document.importNode(said, true);
    link.href = new URL(said.getAttribute("href"), new URL(address, location)).pathname;
    return { id: link.pathname.split("/").at(-2), link };
  });
}

const papers = new Map();

// Read once. Null for what is no id, for an id of no paper, and while there is no network.

export function paper(id) {
  if (!isId(id)) return null;
  if (!papers.has(id)) papers.set(id, read(id).catch(() => papers.delete(id) && null));
  return papers.get(id);
}
