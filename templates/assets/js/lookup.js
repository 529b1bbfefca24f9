// Papers found by identifiers: by a look-up in the survey's own files, since an index of words is no place for them.

import { identifiers } from "./identifiers.js";
import { about, crc32, json } from "./survey.js";

// The papers whose identifiers stand in a query, as `known`: each with its number and the identifier. `only`: what else is
// found, which is nothing, unless the query may be a word as well. The words of an address say nothing of a paper.
export async function identified(query) {
  const meant = identifiers(query);
  if (!meant.length) return { known: [] };
  const { shards } = await about();
  const files = await Promise.all(meant.map(({ name }) => json(`data/ids/${crc32(name) % shards}.json`)));
  const found = meant.map((exact, at) => ({ exact, number: Object.hasOwn(files[at], exact.name) && files[at][exact.name] }));
  const known = found.filter(({ number }, at) => number !== false && found.findIndex((one) => one.number === number) === at);
  const isAddress = meant[0].kind !== "citation key" && !/\s/.test(query.trim());
  const isWord = !isAddress && known.every(({ exact }) => exact.isWord);
  const only = { results: [], partial: [], missing: [], areAll: true, note: "", unfiltered: known.length };
  return { known, only: isWord ? null : only };
}
