// Which papers have the values of filters, those of the form and those that a query has of its own.

import { having } from "./filter-index.js";
import { gettext } from "./language.js";
import { about } from "./survey.js";

// The groups in which a value is asked for: one that is named, or for `in:` those that have it.
async function groupsOf({ group, value }) {
  return group ? [group] : (await about()).places.filter((place) => place.value === value).map((place) => place.group);
}

// Whether a paper has the values that are asked for; those of a query's own (`year:2024`) too.
export async function fitting(filters, { years, filters: own }) {
  const among = (group, values, is) => ({ groups: [group], isWanted: (value) => values.includes(value), is });
  const asks = [
    ...Object.entries(filters).flatMap(([group, { any, none }]) =>
      [any && among(group, any, 1), none && among(group, none, 0)].filter(Boolean)),
    ...(await Promise.all(own.map(async (filter) =>
      ({ groups: await groupsOf(filter), isWanted: (each) => each === filter.value, is: filter.without ? 0 : 1 })))),
    ...(years ? [{ groups: ["year"], isWanted: (year) => year >= years.from && year <= years.to, is: years.without ? 0 : 1 }] : []),
  ];
  const papers = await Promise.all(asks.map(({ groups, isWanted }) => having(groups, isWanted)));
  return (number) => asks.every(({ is }, at) => papers[at][number] === is);
}

// A sentence on a filter of a query whose value no paper has, if there is one.
export async function unknown(filters) {
  for (const filter of filters) {
    const papers = await having(await groupsOf(filter), (value) => value === filter.value);
    if (papers.includes(1)) continue;
    const name = `${filter.group ?? "in"}:`;
    return " · " + gettext("“%(name)s” has no value “%(value)s”.", { name, value: filter.value });
  }
  return "";
}
