// Which papers have what a query asks for, and in what order: those that have all of it are hits. BM25 over fields.

import { terms } from "./folding.js";
import { EXACT } from "./likeness.js";
import { called, fieldOf, meant, places } from "./word-index.js";

// By two public collections of abstracts with judged questions (benchmarks/retrieval.py) and this project's own queries.
const [K, B] = [1.6, 0.7];
const RARITY = 1.25; // the exponent: in long questions what is rare tells most
const SURE = 0.8; // how near a word has to be to stand in a pair
const PAIR = { before: 2, after: 4, weight: 0.2 }; // how far apart two words of a query may stand to count as a pair
const IN_A_ROW = 0.9; // how much the parts of `flash attention` weigh where `flashattention` was asked for

// Papers that have an alternative: for each how often in each field, weighed by how near the words are.
function counted(found, number, counts) {
  const before = found.get(number);
  if (before) for (const [field, count] of counts.entries()) before[field] = Math.max(before[field], count);
  else found.set(number, counts);
}

// How often a word stands in each field of a paper; the last of them is the names of categories.
function inFields(survey, positions, near) {
  const counts = new Array(survey.fields.length + 1).fill(0);
  for (const position of positions) counts[fieldOf(position)] += near;
  return counts;
}

async function single(survey, word, typed, found) {
  const words = await meant(word, typed);
  await Promise.all(words.map(({ word: other }) => places(other)));
  for (const { word: other, near, misspelt } of words) {
    for (const [number, positions] of await places(other)) {
      counted(found.papers, number, inFields(survey, positions, near));
      if (near > SURE) found.places.set(number, found.places.get(number)?.concat(positions) ?? positions);
    }
    for (const number of await called(other)) {
      const counts = found.papers.get(number) ?? inFields(survey, [], 0);
      counts[survey.fields.length] = Math.max(counts[survey.fields.length], near);
      found.papers.set(number, counts);
    }
    found.words.add(other);
    if (misspelt) found.respelled.push(other);
  }
}

// Words side by side. Stop words are not in every field, so a gap stands for any of them.
async function row(survey, words, found, near) {
  const asked = words.map((word, at) => ({ word, at })).filter(({ word }) => words.length < 2 || !survey.stop.has(word));
  const lists = await Promise.all((asked.length ? asked : [{ word: words[0], at: 0 }]).map(({ word }) => places(word)));
  const [first, ...others] = lists;
  for (const [number, positions] of first) {
    const starts = positions.filter((position) =>
      others.every((list, index) => list.get(number)?.includes(position - asked[0].at + asked[index + 1].at)));
    if (starts.length) counted(found.papers, number, inFields(survey, starts, near));
  }
  for (const { word } of asked) found.words.add(word);
}

// Two words that a word may be made of, if both are in the index: `flashattention`.
async function halves(survey, word, found) {
  for (let at = 3; at <= word.length - 3; at++) {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    if (!(await places(left)).size || !(await places(right)).size) continue;
    const parts = { papers: new Map(), words: new Set() };
    await row(survey, [left, right], parts, IN_A_ROW);
    if (!parts.papers.size) continue;
    for (const [number, counts] of parts.papers) counted(found.papers, number, counts);
    for (const part of parts.words) found.words.add(part);
  }
}

const nothing = () => ({ papers: new Map(), places: new Map(), words: new Set(), respelled: [] });

// The papers that meet a unit of a query, with how often; its words as they stand in the index, and where they stand.
async function met(survey, { alternatives, field, quoted }, typed) {
  const found = nothing();
  const [first, ...others] = alternatives;
  if (quoted || first.length > 1) await row(survey, first, found, EXACT);
  else {
    for (const words of others) await row(survey, words, found, IN_A_ROW);
    if (/^[a-z]{7,}$/.test(first[0])) await halves(survey, first[0], found);
    const own = nothing();
    await single(survey, first[0], typed, own);
    if (!own.respelled.length || !found.papers.size) {
      if (!found.papers.size) found.papers = own.papers;
      else for (const [number, counts] of own.papers) counted(found.papers, number, counts);
      for (const word of own.words) found.words.add(word);
      found.places = own.places;
      found.respelled = own.respelled;
    }
  }
  if (field) {
    const at = survey.fields.indexOf(field);
    for (const [number, counts] of found.papers) {
      if (counts[at]) found.papers.set(number, counts.map((count, other) => (other === at ? count : 0)));
      else found.papers.delete(number);
    }
  }
  return found;
}

function weight(survey, number, counts, rarity) {
  let sum = 0;
  for (const [field, width] of survey.wide.entries()) {
    if (counts[field]) sum += (survey.weights[field] * counts[field]) / (1 - B + (B * width[number]) / survey.means[field]);
  }
  return rarity * saturated(sum + survey.weights.at(-1) * counts.at(-1));
}

const saturated = (count) => (count * (K + 1)) / (count + K);
const rarityOf = (survey, size) => Math.log(1 + (survey.papers - size + 0.5) / (size + 0.5)) ** RARITY;

// Papers in which two words stand near each other, in the order that they have in the query or nearly so: how often.
function paired(first, second) {
  const found = new Map();
  for (const [number, starts] of first) {
    const others = second.get(number) ?? [];
    let count = 0;
    for (const start of starts) {
      for (const other of others) count += other !== start && other >= start - PAIR.before && other <= start + PAIR.after;
    }
    if (count) found.set(number, count);
  }
  return found;
}

// The papers that have some of the units, each with its weight and how many it has. `byName`: whether all of them are among
// the names of its authors.
export async function ranked(survey, units, isTyped) {
  const lists = await Promise.all(units.map((each, at) => met(survey, each, isTyped && at === units.length - 1)));
  const papers = new Map();
  const authors = survey.fields.indexOf("authors");
  for (const { papers: found } of lists) {
    const rarity = rarityOf(survey, found.size);
    for (const [number, counts] of found) {
      const one = papers.get(number) ?? { number, weight: 0, units: 0, byName: true };
      one.weight += weight(survey, number, counts, rarity);
      one.units += 1;
      one.byName &&= counts[authors] >= EXACT;
      papers.set(number, one);
    }
  }
  for (const [at, { places: first }] of lists.slice(0, -1).entries()) {
    const pairs = paired(first, lists[at + 1].places);
    const rarity = rarityOf(survey, pairs.size);
    for (const [number, count] of pairs) papers.get(number).weight += PAIR.weight * rarity * saturated(count);
  }
  return { papers: [...papers.values()], lists };
}

// Files of stop words are not loaded unless the others of a name are somebody's.
const besides = (words, stop) => words.filter((word) => !stop.has(word));

// The papers of an author whose name the query is, or a part of it, in any order.
export async function named(survey, query) {
  const words = terms(query).filter((term) => term.span === 1).map((term) => term.word);
  if (words.length < 2) return new Set(); // one word is as likely a topic
  let rows = [];
  for (const some of [besides(words, survey.stop), words]) {
    const [first = new Map(), ...others] = await Promise.all(some.map((word) => places(word, "authors")));
    const numbers = [...first.keys()].filter((number) => others.every((list) => list.has(number)));
    rows = numbers.map((number) => [number, [first, ...others].map((list) => list.get(number))]);
    if (some.length && !rows.length) return new Set();
  }
  const isName = (names) => names.flat().some((start) =>
    new Set(names.map((positions) => positions.find((position) => position >= start && position < start + words.length))
      .filter((position) => position !== undefined)).size === words.length);
  return new Set(rows.filter(([, names]) => isName(names)).map(([number]) => number));
}

// Whether papers' titles are the query, or begin with it. Any stop word may stand for one.
export async function titled(survey, query) {
  const all = terms(query).filter((term) => term.span === 1).map(({ word }, at) => ({ word, at }));
  const [whole, begun] = [new Set(), new Set()];
  if (!all.length) return { whole, begun };
  const telling = all.filter(({ word }) => !survey.stop.has(word));
  const words = telling.length ? telling : all;
  const lists = await Promise.all(words.map(({ word }) => places(word, "title")));
  const wide = all.length + survey.gap;
  const said = survey.steps.reduce((best, step) => (Math.abs(step - wide) < Math.abs(best - wide) ? step : best));
  for (const number of lists[0].keys()) {
    if (!lists.every((list, at) => list.get(number)?.includes(words[at].at))) continue;
    begun.add(number);
    if (survey.wide[survey.fields.indexOf("title")][number] === said) whole.add(number);
  }
  return { whole, begun };
}
