// Another spelling for words that no paper has: the nearest of the words that papers have.

import { edits } from "./likeness.js";
import { fileOf, isApart } from "./word-index.js";

// The word nearest to one that is nowhere, if it is near enough to be proposed: an edit away, two from eight letters, and
// as long but for a letter, so that `quantum` proposes no `quant`. The more papers have it, the sooner.
async function nearest(asked) {
  if (asked.length < 4 || /\d/.test(asked)) return null;
  const most = asked.length < 8 ? 1 : 2;
  const isLike = (word) => word[0] === asked[0] && word.length > 3 && Math.abs(word.length - asked.length) < 2;
  const { words, packed } = await fileOf(asked);
  const known = words.filter((word) => isLike(word) && !/\d/.test(word));
  const rated = known.map((word) => ({ word, far: edits(word, asked, most) })).filter(({ far }) => far <= most);
  const sizeOf = ({ word }) => (isApart(packed[word]) ? packed[word] : packed[word].length);
  const ordered = rated.sort((a, b) => a.far - b.far || sizeOf(b) - sizeOf(a));
  return ordered[0]?.word ?? null;
}

// The query with each word that is nowhere put right, if a known word is near; null if nothing is.
export async function corrected(query, missing) {
  let text = query;
  for (const word of missing) {
    const other = await nearest(word.toLowerCase());
    if (other) text = text.replace(word, other);
  }
  return text === query ? null : text;
}
