// Finding papers, by words and by identifier, for the search page and for the box on every page. What is a hit is decided
// by the words of all papers (word-index.js); what is shown of a hit comes from stored.js.

import { parsed, telling } from "./query.js";
import { named, ranked, titled } from "./ranking.js";
import { counted } from "./filter-index.js";
import { index } from "./word-index.js";
import { expected, order, stored } from "./stored.js";
import { json } from "./survey.js";

const MOST_PARTIAL = 100;
// with fewer hits, what has some of the words is shown behind them
const FEW = 20;
// as many as are in sight, which are loaded while more is looked for
export const FIRST = 4;

// after so many milliseconds a page asks whether the site is another by now
const OFTEN = 300_000;
let checked = Date.now();

export const engine = index;

// The ids of results, in their order.
export async function ids(results) {
  const all = await order();
  return results.map(({ number }) => all[number]);
}

const everything = () => true;

// Whether a paper has the values that are asked for; those of a query's own (`year:2024`) too.
const fitting = async (filters, asked = { filters: [] }) =>
  (Object.keys(filters).length || asked.filters.length ? (await import("./filters.js")).fitting(filters, asked) : everything);

const counting = (numbers) => (group) => counted(group, numbers);

const heaviest = (weights) => (a, b) => weights[b] - weights[a] || b - a;

// The order of hits: a title that is the query first; those of an author newest first; else the best first.
async function ordered(survey, query, hits, { weights, names }, units) {
  const { whole, begun } = await titled(survey, query);
  const authors = await named(survey, query.replace(/authors?:/gi, ""));
  const isByName = (number) => units && names[number] === units;
  const byName = hits.filter(isByName).length * 2 > hits.length;
  for (const number of hits) if (begun.has(number)) weights[number] *= 1.4;
  const first = (number) => (whole.has(number) ? 3 : authors.has(number) ? 2 : byName && isByName(number) ? 1 : 0);
  const of = (rank, order = (a, b) => b - a) => hits.filter((number) => first(number) === rank).sort(order);
  return [...of(3, heaviest(weights)), ...of(2), ...of(1), ...of(0, heaviest(weights))];
}

// Loaded already when it is needed.
const early = (...promises) => promises.forEach((promise) => promise.catch(() => null));

// The best of partial matches; `isQuestion`: whether what is like others of them comes sooner.
async function best(numbers, hits, { weights }, isQuestion) {
  const least = Float64Array.from(numbers, (number) => weights[number]).sort().at(-MOST_PARTIAL) ?? 0; // sorting all by number takes longer
  const some = numbers.filter((number) => weights[number] >= least).sort(heaviest(weights)).slice(0, MOST_PARTIAL);
  if (!isQuestion || !some.length) return some;
  return import("./similar.js").then(({ reordered }) => reordered(some, hits, weights)).catch(() => some); // if it cannot be had
}

// What `ranked` gives of words that a browser may load at once; of all that begin as those of the query, before it is said that no
// paper has them.
async function looked(survey, units, isTyped) {
  const match = units[1] && survey.postings ? (await import("./rare-first.js").catch(() => ({ matched: ranked }))).matched : ranked;
  const isWhole = async (found) => found.lists.every((list) => list.areAll)
    || found.numbers.some((number) => found.has[number] === units.length) || (await import("./left-out.js")).areNone(found);
  let found;
  for (const share of [Math.max(1, units.length - 2), 1, 0]) {
    found = await match({ ...survey, begun: survey.begun / share }, units, isTyped);
    if (await isWhole(found)) break;
  }
  return found;
}

// Papers found by words.
async function worded(query, filters, sort) {
  const survey = await index();
  const title = /(?<!\S)-\S|:\s|\bet al/i.test(query) && await (await import("./meanings.js")).asTitled(survey, query);
  if (title) query = title;
  else if (/[:$]|\bet al|\d[ -]?[a-z]/i.test(query)) query = (await import("./rewriting.js")).plainly(query, survey.groups);
  let asked = parsed(query, survey.groups);
  if (/(?<![\p{L}\d])(?:[^\P{L}ai]|\p{L}\.|\p{Lu}{2,3}|(?:19|20)\d\d[a-z]?)(?![\p{L}\d])/u.test(query)) asked = await (await import("./meanings.js")).meaning(survey, asked, query);
  const fits = await fitting(filters, asked);
  const units = telling(asked.units, survey);
  const isQuestion = survey.similar && units.length > 2;
  if (isQuestion) early(import("./similar.js"), json("data/similar.json"));
  const isTyped = !/\s(-\S*)?$/.test(query) && units.at(-1) === asked.units.at(-1); // what stands before an excluded word is whole
  const found = await looked(survey, units, isTyped);
  const { numbers, weights, has, lists } = found;
  const excluded = await Promise.all(asked.without.map((unit) => ranked(survey, [unit], null)));
  const without = new Set(excluded.flatMap((each) => each.numbers));
  const kept = numbers.filter((number) => !without.has(number));
  const isOfWords = asked.units.length || (query.trim() && !asked.filters.length && !asked.without.length);
  const all = isOfWords
    ? kept.filter((number) => has[number] === units.length)
    : Array.from({ length: survey.papers }, (_, number) => number).filter((number) => !without.has(number));
  const sorted = (list) => (sort ? list.sort((a, b) => (b - a) * (sort === "oldest" ? -1 : 1)) : list);
  const hits = sorted(await ordered(found.survey ?? survey, asked.units.length ? query : "", all.filter(fits), found, units.length));
  early(...hits.slice(0, FIRST).map((number) => stored(number).data()));
  const unfinished = !hits.length && isTyped && units.length > 1
    && await (await import("./left-out.js")).unfinished(query, (text) => worded(text, filters, sort)).catch(() => null);
  if (unfinished) return unfinished;
  const some = hits.length < FEW && units.length > 1
    ? sorted(await best(kept.filter((number) => has[number] < units.length && fits(number)), hits, found, isQuestion))
    : [];
  const words = new Set(lists.flatMap((list) => [...list.words]));
  const made = (number) => stored(number, words);
  const other = lists.some(({ respelled }) => respelled.length)
    ? await (await import("./respelling.js")).putRight(query, units, hits, found.survey ?? survey, lists) : query;
  return {
    results: hits.length || !some.length ? hits.map(made) : await (await import("./unmet.js")).meant(query, some, survey, made, find),
    partial: some.map(made),
    missing: units.filter((_, at) => !lists[at].many).map((unit) => unit.text),
    respelled: other === query ? null : other,
    areAll: lists.every((list) => list.areAll) || (await import("./left-out.js")).areNone(found),
    note: [found, ...excluded].some((each) => each.lists.some((list) => list.isLimited)) ? ` · ${(await import("./phrases.js")).LIMITED}`
      : (fits !== everything && await (await import("./filters.js")).unknown(filters, asked))
      || (hits.length ? "" : (await import("./left-out.js")).begun(query, survey)),
    counts: counting(hits),
    unfiltered: all.length,
  };
}

// What a search comes to. `results`: papers that have all that was asked for, each with its number, `data()`, which is
// the paper as a card shows it, and `exact`, what it was found by if that is an identifier, or a title that stands whole in the query; `partial`: those that have some of it, if there are few; `missing`: the words that no paper has;
// `areAll`: whether no paper may be left out, as of the beginning of very many words; `note`: what could not be looked at; `respelled`: the query as it was understood, if it was misspelt; `exact`: the identifier or title of the first result, if
// the query has it; `counts(group)`: how many papers each value of a group of filters has among the results; `unfiltered`: how many results
// there would be without filters.
export async function find(query, filters = {}, sort = undefined) {
  if (Date.now() - checked > OFTEN) {
    checked = Date.now();
    await import("./renewal.js").then(({ renewed }) => renewed()).catch(() => null);
  }
  const identifying = import("./lookup.js").then(({ identified }) => identified(query)).catch(() => ({ known: [] }));
  const survey = await index();
  expected(survey);
  const { known, only } = await identifying;
  const fits = await fitting(filters);
  const first = known.filter(({ number }) => fits(number)).map(({ number, exact }) => ({ ...stored(number, new Set()), exact }));
  const found = only ?? (await worded(query, filters, sort));
  const others = (results) => results.filter(({ number }) => known.every((one) => one.number !== number));
  const results = [...first, ...others(found.results)];
  return { ...found, results, partial: others(found.partial), exact: results[0]?.exact, counts: counting(results.map(({ number }) => number)) };
}
