// Another spelling for a query: with the words that papers have instead of those that none has, as papers write them.

import { chunks, words } from "./folding.js";
import { edits } from "./likeness.js";
import { stored } from "./stored.js";
import { sizeOf } from "./respelling.js";
import { fileOf, lists } from "./word-index.js";

// The word nearest to one that is nowhere, if it is near enough to be proposed: an edit away, two from eight letters, and
// as long but for a letter, so that `quantum` proposes no `quant`. The more papers have it, the sooner.
async function nearest(asked) {
  if (asked.length < 4 || /\d/.test(asked)) return null;
  const most = asked.length < 8 ? 1 : 2;
  const isLike = (word) => word[0] === asked[0] && word.length > 3 && Math.abs(word.length - asked.length) < 2;
  const { words: all, packed } = await fileOf(asked);
  const known = all.filter((word) => isLike(word) && !/\d/.test(word));
  const rated = known.map((word) => ({ word, far: edits(word, asked, most) })).filter(({ far }) => far <= most);
  const ordered = rated.sort((a, b) => a.far - b.far || sizeOf(packed.get(b.word)) - sizeOf(packed.get(a.word)));
  return ordered[0]?.word ?? null;
}

// A word as the newest paper that has it writes it, where that says more than the word in the index: `muller` is Müller.
async function written(word) {
  const { fields, inField } = await lists(word);
  if (!fields.length) return word;
  const { meta } = await stored(inField(fields[0]).numbers.at(-1)).data();
  const isWord = ({ terms, also, width }) => [...terms, ...also].some((term) => term.word === word && term.span === width);
  const forms = (text) => chunks(text).filter(isWord).map(({ from, to }) => text.slice(from, to));
  const [name] = forms(meta.authors ?? "");
  return name ?? Object.values(meta).flatMap(forms).find((form) => form.toLowerCase() !== word) ?? word;
}

// The query with words put right: those that were found otherwise written, and each that is nowhere, if a known word is
// near. Null if nothing is put right, or if a word is left that is nowhere: no paper would have all of that either.
export async function corrected(query, { respelled, missing }) {
  let text = respelled ?? query;
  for (const word of missing) {
    const other = await nearest(word.toLowerCase());
    if (!other) return null;
    text = text.replace(word, other);
  }
  if (text === query) return null;
  const typed = new Set(words(query));
  for (const word of words(text)) if (!typed.has(word)) text = text.replace(word, await written(word).catch(() => word));
  return text;
}
