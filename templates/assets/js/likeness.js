// How near a word is to one that was asked for.

import { UNSPACED } from "./folding.js";
import { stem } from "./stems.js";

export const EXACT = 1;
const SAME_STEM = 0.9;
const BEGINNING = 0.35;
const MISSPELT = 0.5;
const SHORTEST_BEGINNING = 3;
export const SHORTEST_MISSPELT = 5;
const TWO_EDITS_FROM = 8;

// The number of letters to put in, leave out, change, or swap with their neighbors; no more than `most` are counted.
export function edits(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, row] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const changed = row[j - 1] + (one[i - 1] !== other[j - 1]);
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, changed);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[other.length];
}

// A number is whole as it is written: `gpt-3` begins no `gpt-3.5`.
const goesOn = (word, asked) => /\d$/.test(asked) && /^\.?\d/.test(word.slice(asked.length));

// Of scripts without spaces, words are pairs of letters, and one may be asked for.
export const begins = (word, asked) => {
  if (UNSPACED.test(asked)) return word.includes(asked) ? BEGINNING : 0;
  return word.startsWith(asked) && !goesOn(word, asked) && asked.length >= SHORTEST_BEGINNING ? BEGINNING : 0;
};

export function misspelt(word, asked) {
  if (asked.length < SHORTEST_MISSPELT || word.length < SHORTEST_MISSPELT - 1) return 0;
  const most = asked.length >= TWO_EDITS_FROM && asked[0] === word[0] ? 2 : 1;
  if (Math.abs(asked.length - word.length) > most || /\d/.test(asked + word) || UNSPACED.test(asked)) return 0;
  const count = edits(asked, word, most);
  return count > most ? 0 : MISSPELT / count;
}

// How near a word of a text is to one asked for, from 0 to 1: the same, of the same stem, or begun by it.
export function likeness(word, asked) {
  if (word === asked) return EXACT;
  return stem(word) === stem(asked) ? SAME_STEM : begins(word, asked);
}
