// A paper found by an identifier: by a look-up in the survey's own files, since an index of words is no place for them.

import { identifier } from "./identifiers.js";
import { about, crc32, json, text } from "./survey.js";

// The paper that a query is the identifier of: its number, and what the query is; null if there is none.
export async function identified(query) {
  const meant = identifier(query);
  if (!meant) return null;
  const { shards } = await about();
  const known = await json(`data/ids/${crc32(meant.name) % shards}.json`);
  if (!Object.hasOwn(known, meant.name)) return null;
  return { number: known[meant.name], exact: meant };
}

// What results show of a paper, read from the paper's own page.
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
