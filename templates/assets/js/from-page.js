// What results show of a paper, read from the paper's own page: in a preview whose index is being made.

import { text } from "./survey.js";

export async function fromPage(id) {
  const path = `papers/${id}/`;
  const page = new DOMParser().parseFromString(await text(path), "text/html");
  const [meta, filters] = [Object.create(null), Object.create(null)]; // names are facets too, such as `constructor`
  for (const [what, into] of [["Meta", meta], ["Filter", filters]]) {
    for (const element of page.querySelectorAll(`[data-pagefind-${what.toLowerCase()}]`)) {
      const [, name, attribute] = /^(\w[\w-]*)(?:\[(.*)\])?$/.exec(element.dataset[`pagefind${what}`]);
      (into[name] ??= []).push(attribute ? element.getAttribute(attribute) : element.textContent.trim());
    }
  }
  const links = [...page.querySelectorAll("[hidden][id*='=']")].map((element) => element.id);
  for (const name of Object.keys(meta)) meta[name] = meta[name].join(" ").replace(/\s+/g, " ");
  return { id, meta, filters, links };
}
