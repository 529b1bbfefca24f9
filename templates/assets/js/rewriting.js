// Other ways to write what query.js reads, which few queries have.

import { FIELDS } from "./query.js";

const FIRST = "0000";
const LAST = "9999";
const written = (year) => String(year).padStart(4, "0");

// `>2022`, `>=2022`, `2022-` and so on, as the first year and the last.
function between(whole, before, year, after) {
  if (Boolean(before) === Boolean(after)) return whole;
  if (after || before === ">=") return `${year}-${LAST}`;
  if (before === ">") return `${written(Number(year) + 1)}-${LAST}`;
  return `${FIRST}-${before === "<" ? written(Number(year) - 1) : year}`;
}

// Years the wrong way round, and dates.
const SPAN = /(?<=(?:^|\s)-?year:)(\d{4})(-|–|\.\.)(\d{4})(?!\S)/gi;
const DATE = /(?<=(?:^|\s)-?year:\d{4})-\d\d?(?:-\d\d?)?(?!\S)/gi;
const YEARS = /(?<=(?:^|\s)-?year:)(>=?|<=?|-|–|\.\.)?\s*(\d{4})(-|–|\.\.)?(?!\S)/gi;
// A number and its unit, of which there may be several: other short words stand behind numbers too, and single letters behind years.
const QUANTITY = /(?<![\w.,-])(?!(?:19|20)\d\d [a-z](?!\w))(\d+(?:\.\d+)?)[ -]?([kmgt]i?b|[kmg]?hz|bit|fps|[mnu]s|[mn]m|[mk]?w|[kmbdx])s?(?![\w-])/gi;
// `author:"Wick, Ada"`
const INVERTED = /(?<=(?:^|\s)-?authors?:["“„])([^"“”„,]+),\s*([^"“”„,]+)(?=["“”]|$)/gi;
const POWER = /\$\^\{?(\d)\}?\$/g;
const CITED = /\s+et al\b\.?(?:,?\s*\(?((?:19|20)\d\d)[a-z]?\b\)?)?/gi;

// What stands outside of quotes, rewritten.
const unquoted = (query, rewrite) => query.split(/(["“„][^"“”„]*["“”]?)/).map((part, at) => (at % 2 ? part : rewrite(part))).join("");

// A query as query.js reads it. A space may stand behind `title:`; behind `in:`, which is a word of titles, only where a
// query begins.
export function plainly(query, groups) {
  const fields = [...Object.keys(FIELDS), "year"].join("|");
  const names = ["in", ...groups.filter((name) => /^[\p{L}-]+$/u.test(name))].join("|");
  const spaced = new RegExp(`((?<!\\S)-?(?:${fields}):|^\\s*-?(?:${names}):)\\s+(?=\\S)`, "giu");
  return unquoted(query.replace(spaced, "$1").replace(INVERTED, "$2 $1"), (text) => text.replace(YEARS, between)
    .replace(SPAN, (whole, from, dash, last) => (last < from ? `${last}-${from}` : whole))
    .replace(DATE, "")
    .replace(POWER, (_, digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit])
    .replace(CITED, (_, year) => (year ? ` year:${year} ` : " "))
    .replace(QUANTITY, "$1$2"));
}
