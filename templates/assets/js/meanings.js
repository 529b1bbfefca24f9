// What some words of a query mean besides what they say: initials of authors, years, and operators as library catalogs have them.

import { having } from "./filter-index.js";
import { words } from "./folding.js";
import { withAuthors } from "./initials.js";
import { titled } from "./ranking.js";
import { stored } from "./stored.js";

const YEAR = /^((?:19|20)\d\d)[a-z]?$/; // Wick 2019a
// how much it counts that a paper is of a year
const OF_YEAR = 1;
// of how many papers the titles are read
const MOST_READ = 20;
// how many words a title may have
const MOST_WORDS = 30;
// with fewer words, a colon or a minus rather means something
const FEWEST_WORDS = 4;

async function withYear(unit) {
  const [, year] = (!unit.quoted && !unit.field && YEAR.exec(unit.text)) || [];
  if (!year) return unit;
  const is = await having(["year"], (each) => each === year);
  const numbers = [...is.keys()].filter((number) => is[number]);
  return { ...unit, papers: { numbers, weights: numbers.map(() => OF_YEAR) } };
}

const either = (one, other) => ({ ...other, text: `${one.text} ${other.text}`, or: one });

// Whether a title begins with what is asked for, as it stands: `Wicks do NOT Glow`.
async function isTitle(survey, query) {
  if (words(query).length > MOST_WORDS) return false;
  const { begun } = await titled(survey, query);
  const titleOf = (number) => stored(number).data().then(({ meta }) => words(meta.title).join(" "), () => "");
  const titles = await Promise.all([...begun].slice(0, MOST_READ).map(titleOf));
  return titles.some((title) => title.startsWith(words(query).join(" ")));
}

// A query that is a title, or how one begins, without the signs that would say more: `Code: A Lamp with -1 Degree`. Else null.
export const asTitled = async (survey, query) => (words(query).length >= FEWEST_WORDS && (await isTitle(survey, query))
  ? query.replace(/(?<!\S)-+(?=\S)/g, "").replace(/:(?=\s)/g, " ") : null);

// with more words, a query all in capitals is a text that somebody had so
const MOST_CAPITALS = 6;

// Whether a query has operators: in capitals, and in no title.
const isOperated = async (survey, { units }, query) => units.some(({ text, quoted }) => !quoted && /^(?:AND|OR|NOT)$/.test(text))
  && (query !== query.toUpperCase() || units.length <= MOST_CAPITALS) && !(await isTitle(survey, query));

// `AND` says nothing new, `OR` makes one unit of two, and `NOT` excludes the next.
function operated({ units, without, ...asked }) {
  const [kept, not] = [[], [...without]];
  for (let at = 0; at < units.length; at++) {
    const [{ text, quoted }, before, next] = [units[at], kept.at(-1), units[at + 1]];
    const operator = !quoted && next && text;
    if (operator === "NOT") not.push(units[++at]);
    else if (operator === "OR" && before) kept.push(either(kept.pop(), units[++at]));
    else if (operator !== "AND") kept.push(units[at]);
  }
  return { ...asked, units: kept, without: not };
}

// What a query asks for, and excludes, with what its words mean.
export async function meaning(survey, asked, query) {
  const [units, without] = await Promise.all([asked.units, asked.without].map((some) => Promise.all(some.map(withYear))));
  const dated = { ...asked, units, without };
  return withAuthors(survey, (await isOperated(survey, dated, query)) ? operated(dated) : dated, query);
}
