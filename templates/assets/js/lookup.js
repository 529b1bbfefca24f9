// Papers found by identifiers: by a look-up in the survey's own files, since an index of words is no place for them.

import { identifiers } from "./identifiers.js";
import { about, crc32, json } from "./survey.js";

// The papers whose identifiers stand in a query, each with its number and the identifier.
export async function identified(query) {
  const meant = identifiers(query);
  if (!meant.length) return [];
  const { shards } = await about();
  const known = await Promise.all(meant.map(({ name }) => json(`data/ids/${crc32(name) % shards}.json`)));
  const found = new Map();
  for (const [at, exact] of meant.entries()) {
    const number = Object.hasOwn(known[at], exact.name) ? known[at][exact.name] : null;
    if (number !== null && !found.has(number)) found.set(number, { number, exact });
  }
  return [...found.values()];
}
