// Whether hits were left out, where not every word that begins as a typed one was looked for.

import { UNSPACED } from "./folding.js";
import { gettext } from "./language.js";

// Where words are in files by their beginnings, those that begin with one or two letters are in very many.
const isShort = (query) => /(?<![\p{L}\d])[\p{L}\d]{1,2}$/u.test(query) && !UNSPACED.test(query);

const SHORT = gettext("Type three letters to find words that begin with them");

// What is said where nothing is found for a word that is begun.
export const begun = (query, { shards }) => (shards > 1 && isShort(query) ? ` · ${SHORT}` : "");

// No paper may be a hit besides those that were found, if all that have the other words of the query are among them.
export function areNone({ has, lists }) {
  const [first, ...others] = lists.filter((list) => list.areAll).map(({ papers }) => new Set(papers));
  if (!first) return false;
  return [...first].every((number) => has[number] === lists.length || !others.every((papers) => papers.has(number)));
}
