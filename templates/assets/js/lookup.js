// Papers found by identifiers: by a look-up in the survey's own files, since an index of words is no place for them.

import { identifiers } from "./identifiers.js";
import { about, crc32, json } from "./survey.js";

// The papers whose identifiers stand in a query, as `known`: each with its number and the identifier. `only`: what else is
// found, which is nothing, unless the query may be a word as well.
export async function identified(query) {
  const meant = identifiers(query);
  if (!meant.length) return { known: [] };
  const { shards } = await about();
  const files = await Promise.all(meant.map(({ name }) => json(`data/ids/${crc32(name) % shards}.json`)));
  const found = new Map();
  for (const [at, exact] of meant.entries()) {
    const number = Object.hasOwn(files[at], exact.name) ? files[at][exact.name] : null;
    if (number !== null && !found.has(number)) found.set(number, { number, exact });
  }
  const papers = [...found.values()];
  const isWord = papers.every(({ exact }) => exact.isWord);
  const only = { results: [], partial: [], missing: [], words: new Set(), areAll: true, note: "", unfiltered: papers.length };
  return { known: papers, only: isWord ? null : only };
}
