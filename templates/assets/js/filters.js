// Which papers have the values of filters, those of the form and those that a query has of its own.

import { having } from "./filter-index.js";
import { gettext } from "./language.js";
import { about } from "./survey.js";

const isSame = (one, other) => one?.toLowerCase() === other.toLowerCase();

// The groups in which a value is asked for: one that is named, or for `in:` those that have it.
async function groupsOf({ group, value }) {
  return group ? [group] : (await about()).places.filter((place) => isSame(place.value, value)).map((place) => place.group);
}

const isOf = ({ value, from, to }) => (each) => (from ? each >= from && each <= to : isSame(each, value));

// Whether a paper has the values that are asked for; those of a query's own (`year:2024`) too.
export async function fitting(filters, { filters: own }) {
  const among = async (group, values, is) => ({ papers: await having([group], (value) => values.includes(value)), is });
  const asked = async (filter) => ({ papers: await having(await groupsOf(filter), isOf(filter)), is: filter.without ? 0 : 1 });
  const asks = await Promise.all([
    ...Object.entries(filters).flatMap(([group, { any, none }]) => [any && [among(group, any, 1)], none && [among(group, none, 0)]].filter(Boolean)),
    ...own.map((either) => either.map(asked)),
  ].map((either) => Promise.all(either)));
  return (number) => asks.every((either) => either.some(({ papers, is }) => papers[number] === is));
}

// A sentence on a value that is asked for and no paper has, in a query or in a group of the form, if there is one.
export async function unknown(filters, { filters: own }) {
  const chosen = Object.entries(filters).flatMap(([group, { any = [] }]) => any.map((value) => ({ group, value, isExact: true })));
  for (const filter of [...own.flat(), ...chosen]) {
    const papers = await having(await groupsOf(filter), filter.isExact ? (each) => each === filter.value : isOf(filter));
    if (papers.includes(1)) continue;
    const name = `${filter.group ?? "in"}:`;
    return " · " + gettext("“%(name)s” has no value “%(value)s”.", { name, value: filter.value });
  }
  return "";
}
