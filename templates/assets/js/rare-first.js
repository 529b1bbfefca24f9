// Queries with words that very many papers have: the rare ones come first. If few papers have these, their texts say which of them
// have the others as well, whose postings need not be loaded then. What is a hit is the same.

import { letters, ofWords } from "./postings.js";
import { ranked } from "./ranking.js";
import { indexed } from "./text-index.js";
import { alike, mayBeTwo } from "./word-index.js";

// In letters of postings, what it takes to see whether a word is two others; and what it is worth to leave out none of the words that
// begin so, as is the case in texts.
const [TWO, LEFT_OUT] = [4000, 10_000];
// how many letters say of a paper that it has a word
const PER_PAPER = 1.3;
// the share of what may be loaded that several rare words may take
const RARE = 0.8;
// Of how many papers the texts are read: as many as are shown at once, or as load no more than the postings of the next word would; and
// how many letters a word of a text is worth.
const [FEWEST_READ, MOST_READ, PER_PLACE] = [4, 24, 8];

const sum = (numbers) => numbers.reduce((sum, number) => sum + number, 0);

// What it takes to look for a unit of a query, and the files of words that say so. `mayWait`: whether texts may say it. What is
// met otherwise only if no paper has it as it is, such as a slip, is known by the postings alone; and texts are put together anew, so
// that a phrase might stand in two.
async function costOf(survey, { alternatives, papers, quoted, or, isWhole }, typed) {
  if (papers) return { cost: 0, files: [], mayWait: false };
  const [first, ...others] = alternatives;
  const asked = [...first.map((word) => [word, first.length > 1 || isWhole ? null : typed]), ...others.flat().map((word) => [word, null])];
  const said = await Promise.all(asked.map(([word, typed]) => alike(survey, word, typed)));
  const cost = sum(said.map(({ rated, packed, areAll }) =>
    letters(survey, rated.map(({ word }) => word), packed) + (areAll ? 0 : LEFT_OUT)));
  const isKnown = first.length === 1 && said[0].rated.some(({ near }) => near);
  return {
    cost: cost + ((await mayBeTwo(survey, first[0])) ? TWO : 0),
    files: said.map(({ packed }) => packed),
    mayWait: isKnown && !quoted && !or,
  };
}

const inOrder = (numbers) => [...numbers].sort((a, b) => a - b);

// The papers that have all of some units.
async function having(survey, units, isTyped) {
  const { numbers, has } = await ranked(survey, units, isTyped);
  return inOrder(numbers.filter((number) => has[number] === units.length));
}

// What `ranked` gives, by postings of the rare units and for the others by the texts of some papers; null if none of these has all,
// for what has a part is put in order by all postings, and if a text cannot be had.
async function byTexts(survey, units, isTyped, papers, rare, costs) {
  const texts = papers.length && (await indexed(survey, papers).catch(() => null));
  if (!texts) return null;
  const known = (at) => ({ begun: Infinity, ...texts, many: Math.min(survey.papers, costs[at] / PER_PAPER) });
  const found = await ranked(survey, units.map((unit, at) => (rare.includes(at) ? unit : { ...unit, known: known(at) })), isTyped);
  return papers.some((number) => found.has[number] === units.length) ? { ...found, survey: { ...survey, ...texts } } : null;
}

// What `ranked` of ranking.js gives; where texts were looked at, its `survey` says what these say of words.
export async function matched(survey, units, isTyped) {
  const last = units.length - 1;
  const said = await Promise.all(units.map((unit, at) => costOf(survey, unit, isTyped && at === last)));
  const costs = said.map(({ cost }) => cost);
  const words = ofWords([...new Set(said.flatMap(({ files }) => files))]);
  const rank = (at) => (said[at].mayWait ? costs[at] : -1);
  const order = [...units.keys()].sort((a, b) => rank(a) - rank(b));
  const needed = said.filter(({ mayWait }) => !mayWait).length;
  const ofFirst = (many) => words + sum(order.slice(0, many).map((at) => costs[at]));
  if (ofFirst(units.length) <= survey.loaded) return ranked(survey, units, isTyped);
  const tooMany = order.findIndex((at, place) => costs[at] && ofFirst(place + 1) > RARE * survey.loaded);
  for (let many = Math.max(1, needed, tooMany < 0 ? units.length : tooMany); many <= last; many++) {
    const rare = inOrder(order.slice(0, many));
    const papers = await having(survey, rare.map((at) => units[at]), isTyped && rare.includes(last));
    const next = costs[order[many]];
    if (papers.length > Math.max(FEWEST_READ, Math.min(MOST_READ, next / (PER_PLACE * sum(survey.means))))) continue;
    const found = await byTexts(survey, units, isTyped, papers, rare, costs);
    if (found) return found;
    break;
  }
  return ranked(survey, units, isTyped);
}
