// Another spelling for words that no paper has: the nearest of the words that papers have.

import { nearest } from "./word-index.js";

// The query with each word that is nowhere put right, if a known word is near; null if nothing is.
export async function corrected(query, missing) {
  let text = query;
  for (const word of missing) {
    const other = await nearest(word.toLowerCase());
    if (other) text = text.replace(word, other);
  }
  return text === query ? null : text;
}
