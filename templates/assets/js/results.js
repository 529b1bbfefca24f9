// What was found, to be looked at: text with the matched words, and the pieces to show it with.

import { made } from "./made.js";
import { meant, words } from "./words.js";

export const counted = (number, one) => `${number.toLocaleString()} ${number === 1 ? one : `${one}s`}`;

// Text with the words of a query marked.
export function marked(text, query) {
  const asked = words(query);
  const parts = text.split(/([\p{L}\p{N}\p{M}]+)/u);
  return parts.filter(Boolean).map((part) => (meant(words(part)[0] ?? "", asked) ? made("mark", {}, part) : part));
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
    piece.push(marks.has(start + at) ? made("mark", {}, word) : word);
  }
  return [start ? "… " : "", ...piece, start + length < all.length ? " …" : ""];
}
