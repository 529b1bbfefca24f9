// Text with the words that were searched for.

import { create } from "./dom.js";
import { chunks, terms } from "./folding.js";
import { likeness, misspelt } from "./likeness.js";

// Whether a word of a text is one of those that a paper was found by.
export const among = (words) => (word) => words.has(word);

// Whether a word of a text is near one of a query.
export function nearTo(query) {
  const asked = terms(query).map(({ word }) => word);
  return (word) => asked.some((each) => likeness(word, each) || misspelt(word, each));
}

const marked = (text, isMeant) => chunks(text).filter(({ terms, also }) => [...terms, ...also].some(({ word }) => isMeant(word)));

// Text with what is meant highlighted.
export function highlighted(text, isMeant) {
  const parts = [];
  let last = 0;
  for (const { from, to } of marked(text, isMeant)) {
    parts.push(text.slice(last, from), create("mark", {}, text.slice(from, to)));
    last = to;
  }
  return [...parts, text.slice(last)].filter((part) => part !== "");
}

// The piece of a text, of so many words, in which most of what is meant stands; without any of it, its beginning.
export function excerpt(text, isMeant, length = 30) {
  const words = [...text.matchAll(/\S+/g)].map((match) => match.index);
  const hits = marked(text, isMeant).map(({ from }) => words.findLastIndex((start) => start <= from));
  const within = (start) => hits.filter((at) => at >= start && at < start + length).length;
  const starts = [0, ...hits.map((at) => Math.max(0, Math.min(at - 4, words.length - length)))];
  const start = starts.reduce((best, from) => (within(from) > within(best) ? from : best));
  const end = words[start + length] ?? text.length;
  const piece = highlighted(text.slice(words[start] ?? 0, end).trimEnd(), isMeant);
  return [start ? "… " : "", ...piece, end < text.length ? " …" : ""];
}

export const has = (text, isMeant) => marked(text, isMeant).length > 0;
