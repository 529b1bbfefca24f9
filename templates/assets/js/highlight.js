// Text with the words that were searched for.

import { create } from "./dom.js";
import { matches, words } from "./words.js";

// Text with the words of a query highlighted.
export function highlighted(text, query) {
  const asked = words(query);
  const parts = text.split(/([\p{L}\p{N}\p{M}]+)/u);
  return parts.filter(Boolean).map((part) => (matches(words(part)[0] ?? "", asked) ? create("mark", {}, part) : part));
}

// The piece of a text in which most of the words at these places stand; without any, its beginning.
export function excerpt(content, places, length = 30) {
  const all = content.split(/\s+/);
  const marks = new Set(places);
  const within = (from) => [...marks].filter((at) => at >= from && at < from + length).length;
  const starts = [0, ...[...marks].map((at) => Math.max(0, Math.min(at - 4, all.length - length)))];
  const start = starts.reduce((best, from) => (within(from) > within(best) ? from : best));
  const piece = [];
  for (const [at, word] of all.slice(start, start + length).entries()) {
    if (at) piece.push(" ");
    piece.push(marks.has(start + at) ? create("mark", {}, word) : word);
  }
  return [start ? "… " : "", ...piece, start + length < all.length ? " …" : ""];
}
