// The papers that each value of a filter is true of, as the build wrote them: a file for each group, loaded when it is asked for.

import { json, once } from "./survey.js";
import { index, summed, unpacked } from "./word-index.js";

// The values of a group, each with the numbers of its papers; none if there is no such group.
const valuesOf = (group) => once(`values ${group}`, async () => {
  const at = (await index()).groups.indexOf(group);
  const said = at < 0 ? {} : await json(`data/values/${at}.json`);
  return Object.entries(said).map(([value, packed]) => [value, summed(unpacked(packed))]);
});

// For each paper whether it has one of the values, in one of the groups, that are wanted.
export async function having(groups, isWanted) {
  const papers = new Uint8Array((await index()).papers);
  for (const values of await Promise.all(groups.map(valuesOf))) {
    for (const [value, numbers] of values) if (isWanted(value)) for (const number of numbers) papers[number] = 1;
  }
  return papers;
}

// How many of some papers have each value of a group.
export async function counted(group, numbers) {
  const is = new Uint8Array((await index()).papers);
  for (const number of numbers) is[number] = 1;
  const among = (papers) => papers.reduce((count, number) => count + is[number], 0);
  return new Map((await valuesOf(group)).map(([value, papers]) => [value, among(papers)]));
}
