// Papers whose titles stand whole in what somebody pastes, as in a reference that has no identifier.

import { words } from "./folding.js";
import { marked } from "./language.js";

// Shorter titles stand in texts by chance.
const [SHORTEST, FEWEST_TELLING] = [3, 2];
// of how many papers the titles are read
const MOST_READ = 20;

// Those of some papers, as results; they are taken out of the list.
export async function titledIn(query, some, { stop }, result) {
  const asked = ` ${words(query).join(" ")} `;
  const papers = some.slice(0, MOST_READ).map((number) => result(number));
  const titles = await Promise.all(papers.map((paper) => paper.data().then(({ meta }) => words(meta.title), () => [])));
  const isWhole = (title) => title.length >= SHORTEST && title.filter((word) => !stop.has(word)).length >= FEWEST_TELLING
    && asked.includes(` ${title.join(" ")} `);
  const found = papers.filter((_, at) => isWhole(titles[at]));
  for (const { number } of found) some.splice(some.indexOf(number), 1);
  return found.map((paper) => ({ ...paper, exact: { kind: marked("title"), name: "" } }));
}
