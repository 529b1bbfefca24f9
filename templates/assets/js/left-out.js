// What is left out, or found after all, where not every word that begins as a typed one was looked for.

import { UNSPACED, folded, words } from "./folding.js";
import { gettext } from "./language.js";

// Where words are in files by their beginnings, those that begin with one or two letters are in very many.
const isShort = (query) => /(?:^|[\s"“„'(:])[\p{L}\p{M}\d]{1,2}(?!\+\+|#)[^\p{L}\p{M}\d\s]*$/u.test(query) && !UNSPACED.test(query);

const SHORT = gettext("Type three letters to find words that begin with them");

// What is said where nothing is found for a word that is begun.
export const begun = (query, { shards }) => (shards > 1 && isShort(query) ? ` · ${SHORT}` : "");

// of how many papers the texts are read
const MOST_READ = 20;

// What is found where the last word has but one letter or two of one that is being typed, and no paper has the others and these
// as a word: of the papers that have the others, those with a word that begins so. `again`: finds by other words.
export async function unfinished(query, again) {
  const [, before, letters] = /^(.*\S)\s+([\p{L}\p{M}\d]{1,2})$/u.exec(query) ?? [];
  if (!before) return null;
  const found = await again(`${before} `);
  if (found.results.length > MOST_READ) return null;
  const begin = (text) => words(String(text)).some((word) => word.startsWith(folded(letters)));
  const texts = await Promise.all(found.results.map((result) => result.data()));
  const results = found.results.filter((_, at) => Object.values(texts[at].meta).some(begin));
  return results.length ? { ...found, results, unfiltered: results.length } : null;
}

// No paper may be a hit besides those that were found, if all that have the other words of the query are among them.
export function areNone({ has, lists }) {
  const [first, ...others] = lists.filter((list) => list.areAll && list.many === list.papers.length).map(({ papers }) => new Set(papers));
  if (!first) return false;
  return [...first].every((number) => has[number] === lists.length || !others.every((papers) => papers.has(number)));
}
