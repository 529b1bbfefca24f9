// Phrases with stop words, which only some fields have in the index: the texts of papers say whether they have them.

import { spellings } from "./folding.js";
import { gettext } from "./language.js";
import { stored } from "./stored.js";

export const LIMITED = gettext("Common words of a phrase are looked up in titles and names, not in every text.");

function stand(words, text) {
  const all = spellings(text);
  return all.some((_, start) => words.every((word, at) => all[start + at]?.includes(word)));
}

// Those papers of a list whose text has some words side by side. The texts of the newest are read, so many at most; `isWhole`:
// whether that was all; `isLikely`: whether a text that was not read counts as one that has them.
export async function confirmed({ numbers, counts }, words, field, most, isLikely) {
  const from = Math.max(0, numbers.length - most);
  const texts = await Promise.all(Array.from(numbers.slice(from), (number) =>
    stored(number).data().then(({ meta }) => meta[field] ?? "", () => null)));
  const has = (at) => ((texts[at - from] ?? null) === null ? isLikely : stand(words, texts[at - from]));
  const those = (list) => list.filter((_, at) => has(at));
  return { numbers: those(numbers), counts: those(counts), isWhole: !from && !texts.includes(null) };
}
