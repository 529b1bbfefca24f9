// What is meant by a query that no paper has all of: an author with initials in small letters, or what somebody pasted, such as a
// reference without an identifier, in which the title of a paper stands whole.

import { words } from "./folding.js";
import { marked } from "./language.js";

// Shorter titles stand in texts by chance.
const [SHORTEST, FEWEST_TELLING] = [3, 2];
// of how many papers the titles are read: as many as are shown at once, so that nothing more is loaded
const MOST_READ = 4;

// `rangwani hk`, or `hk rangwani`, with the initials in capitals.
const capitals = (query) => [/(?<=^\p{Ll}+ )\p{Ll}{2,3}$/u, /^\p{Ll}{2,3}(?= \p{Ll}+$)/u]
  .filter((initials) => initials.test(query)).map((initials) => query.replace(initials, (letters) => letters.toUpperCase()));

async function authored(query, find) {
  for (const other of capitals(query.trim())) {
    const { results } = await find(other);
    if (results.length) return results;
  }
  return [];
}

async function titledIn(query, papers, { stop }) {
  const asked = ` ${words(query).join(" ")} `;
  const some = papers.slice(0, MOST_READ);
  const titles = await Promise.all(some.map((paper) => paper.data().then(({ meta }) => words(meta.title), () => [])));
  const isWhole = (title) => title.length >= SHORTEST && title.filter((word) => !stop.has(word)).length >= FEWEST_TELLING
    && asked.includes(` ${title.join(" ")} `);
  return some.filter((_, at) => isWhole(titles[at])).map((paper) => ({ ...paper, exact: { kind: marked("title"), name: "" } }));
}

// Those of the papers with a part of the query that are meant, as results; they are taken out of the list. `find` is the
// search itself.
export async function meant(query, some, survey, result, find) {
  const authors = (await authored(query, find)).filter(({ number }) => some.includes(number));
  const found = authors.length ? authors : await titledIn(query, some.map((number) => result(number)), survey);
  for (const { number } of found) some.splice(some.indexOf(number), 1);
  return found;
}
