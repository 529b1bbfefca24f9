// Putting a query right by the words that the survey's topics are called by.

import { matches, words } from "./words.js";

// How many letters have to be put in, left out or changed to get from one word to the other.
function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, another] of [...other].entries()) {
      next.push(Math.min(row[j + 1] + 1, next[j] + 1, row[j] + (letter !== another)));
    }
    row = next;
  }
  return row.at(-1);
}

// A text with each word that is neither known nor seen put right, if a known one is near; null if nothing is put right.
export function corrected(text, known, seen) {
  const right = words(text).map((word) => {
    if (word.length < 4 || matches(word, known) || matches(word, seen)) return word;
    const near = known.map((other) => ({ other, far: distance(word, other) })).filter(({ far }) => far <= word.length / 3);
    return near.sort((a, b) => a.far - b.far)[0]?.other ?? word;
  });
  return right.join(" ") === words(text).join(" ") ? null : right.join(" ");
}
