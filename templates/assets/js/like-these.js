// Papers like several at once: those that most of these papers' own pages name as related. Pages that were kept for reading
// offline say it too.

import { paper } from "./paper.js";

const SHOWN = 12;

// Each with its link, and `near`: the titles of the papers that it is like; the best first. Those in `known` are left out.
// Null if none of the papers' pages could be read.
export async function likeThese(ids, known) {
  const pages = (await Promise.all(ids.map(paper))).filter(Boolean);
  if (!pages.length) return null;
  const found = new Map();
  for (const { title, related } of pages) {
    for (const [at, { id, link }] of related.entries()) {
      if (known.has(id)) continue;
      if (!found.has(id)) found.set(id, { id, link, near: [], first: at });
      const one = found.get(id);
      one.near.push(title);
      one.first = Math.min(one.first, at);
    }
  }
  return [...found.values()].sort((a, b) => b.near.length - a.near.length || a.first - b.first).slice(0, SHOWN);
}
