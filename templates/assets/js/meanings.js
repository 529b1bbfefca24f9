// What some words of a query mean besides what they say: initials of authors, years, and operators as library catalogs have them.

import { having } from "./filter-index.js";
import { withAuthors } from "./initials.js";

const YEAR = /^((?:19|20)\d\d)[a-z]?$/; // Wick 2019a
// how much it counts that a paper is of a year
const OF_YEAR = 1;

async function withYear(unit) {
  const [, year] = (!unit.quoted && !unit.field && YEAR.exec(unit.text)) || [];
  if (!year) return unit;
  const is = await having(["year"], (each) => each === year);
  const numbers = [...is.keys()].filter((number) => is[number]);
  return { ...unit, papers: { numbers, weights: numbers.map(() => OF_YEAR) } };
}

const either = (one, other) =>
  ({ ...one, text: `${one.text} ${other.text}`, alternatives: [...one.alternatives, ...other.alternatives], quoted: one.quoted || other.quoted });

// `AND` says nothing new, `OR` makes one unit of two, and `NOT` excludes the next; in capitals, in a query that has other letters.
function operated({ units, without, ...asked }, query) {
  if (query === query.toUpperCase()) return { units, without, ...asked };
  const [kept, not] = [[], [...without]];
  for (let at = 0; at < units.length; at++) {
    const [{ text, quoted }, before, next] = [units[at], kept.at(-1), units[at + 1]];
    const operator = !quoted && next && text;
    if (operator === "NOT") not.push(units[++at]);
    else if (operator === "OR" && before && before.field === next.field) kept.push(either(kept.pop(), units[++at]));
    else if (operator !== "AND") kept.push(units[at]);
  }
  return { ...asked, units: kept, without: not };
}

// What a query asks for, and excludes, with what its words mean.
export async function meaning(survey, asked, query) {
  const said = await withAuthors(survey, operated(asked, query), query);
  return { ...said, units: await Promise.all(said.units.map(withYear)), without: await Promise.all(said.without.map(withYear)) };
}
