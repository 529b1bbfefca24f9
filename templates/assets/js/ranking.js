// Which papers have what a query asks for, and in what order: those that have all of it are hits. BM25 over fields.

import { words as wordsOf } from "./folding.js";
import { EXACT } from "./likeness.js";
import { mayBeTwo, meant, shared } from "./word-index.js";

// By two public collections of abstracts with judged questions (benchmarks/retrieval.py) and this project's own queries.
const [K, B] = [1.4, 0.7];
// the exponent: in long questions what is rare tells most
const RARITY = 1.35;
// how near a word has to be to stand in a pair
const SURE = 0.8;
// the exponent of how near a word is where a query has no other, so that `modeling` itself comes before a model
const ALONE = 8;
// how far apart two words of a query may stand to count as a pair
const PAIR = { before: 2, after: 4, weight: 0.2 };
// how much the parts of `flash attention` weigh where `flashattention` was asked for
const IN_A_ROW = 0.9;
// of how many papers a text is read, to see whether it has a phrase with stop words; and before it is said that none has it
const [FEW_READ, MOST_READ] = [50, 500];

// What is found for a unit of a query: for each field, and behind them for the names of categories, lists of papers with how
// much a word counts in each; the papers that have one among their authors' names; the words, as they stand in the index,
// those that are `near` enough to stand in a pair, and those that are otherwise written; whether these are all; whether not every text could be looked at.
const nothing = (survey) => ({
  inFields: Array.from({ length: survey.fields.length + 1 }, () => []), names: new Set(), words: new Set(), near: [], respelled: [], areAll: true,
});

const isEmpty = (found) => found.inFields.every((lists) => lists.every(({ numbers }) => !numbers.length));

function joined(some, others) {
  some.inFields = some.inFields.map((lists, field) => lists.concat(others.inFields[field]));
  for (const name of others.names) some.names.add(name);
  for (const word of others.words) some.words.add(word);
  some.near = some.near.concat(others.near);
  return { ...some, respelled: others.respelled, areAll: some.areAll && others.areAll };
}

// Papers with how often they have something in a field. A count is worth the less, the wider the field is.
function add(survey, found, field, { numbers, counts }, near) {
  const worth = survey.steps.map((width) => (survey.weights[field] * near) / (1 - B + (B * width) / survey.means[field]));
  const weights = new Float64Array(numbers.length);
  const widths = survey.widths[field];
  for (let at = 0; at < weights.length; at++) weights[at] = counts[at] * worth[widths[numbers[at]]];
  found.inFields[field].push({ numbers, weights });
  if (survey.fields[field] !== "authors") return;
  for (let at = 0; at < weights.length; at++) if (counts[at] * near >= EXACT) found.names.add(numbers[at]);
}

async function single(survey, word, typed, worth = EXACT) {
  const found = nothing(survey);
  const { words, areAll } = await meant(survey, word, typed);
  const said = await Promise.all(words.map(({ word: other }) => survey.lists(other)));
  for (const [at, { word: other, near, misspelt }] of words.entries()) {
    const counts = near ** survey.power * worth;
    for (const field of said[at].fields) add(survey, found, field, said[at].inField(field), counts);
    const numbers = said[at].called();
    found.inFields.at(-1).push({ numbers, weights: new Float64Array(numbers.length).fill(survey.categories * counts) });
    if (near > SURE) found.near.push(said[at]);
    found.words.add(other);
    if (misspelt) found.respelled.push(other);
  }
  return { ...found, areAll };
}

// Where a list has something: from one of its papers, by its place in the list.
const positionsOf = ({ from, positions }, at) => positions.subarray(from[at], from[at + 1]);

// The papers in which words stand as far apart as they were asked for: how often.
export function inRow(placed, asked) {
  const met = { numbers: [], counts: [] };
  for (const [number, at] of shared(placed)) {
    const [first, ...others] = placed.map((list, which) => positionsOf(list, at[which]));
    const starts = first.filter((start) => others.every((positions, which) => positions.includes(start - asked[0].at + asked[which + 1].at)));
    if (!starts.length) continue;
    met.numbers.push(number);
    met.counts.push(starts.length);
  }
  return met;
}

// Words side by side, in one field or in all. In fields that lack stop words, the others stand as far apart as they were asked
// for, if there are several; `most`: of how many papers the texts are read, to see whether they have the stop words too.
async function row(survey, words, found, near, { only, most } = {}) {
  const all = words.map((word, at) => ({ word, at }));
  const telling = all.filter(({ word }) => !survey.stop.has(word));
  const listsOf = (asked) => Promise.all(asked.map(({ word }) => survey.lists(word)));
  const [ofAll, ofTelling] = [await listsOf(all), await listsOf(telling)];
  for (const [field, name] of survey.fields.entries()) {
    const isPart = field >= survey.full && telling.length < all.length;
    const asked = isPart ? telling : all;
    if ((only && name !== only) || (isPart && telling.length < (most ? 1 : 2))) continue;
    const said = isPart ? ofTelling : ofAll;
    if (!said.every(({ fields }) => fields.includes(field))) continue;
    const list = said.length > 1 ? inRow(await Promise.all(said.map((each) => each.placed(field))), asked) : said[0].inField(field);
    add(survey, found, field, isPart && most ? await confirmed(list, words, name, most, telling.length > 1, found) : list, near);
  }
  for (const { word } of telling) found.words.add(word);
  const isInFull = survey.fields.slice(0, survey.full).includes(only);
  if (words.length > 1 && !telling.length && !isInFull) found.isLimited = true;
  return found;
}

async function confirmed(list, words, field, most, isLikely, found) {
  const { isWhole, ...papers } = await (await import("./phrases.js")).confirmed(list, words, field, most, isLikely);
  if (!isWhole) Object.assign(found, { isLimited: true, areAll: found.areAll && isLikely });
  return papers;
}

// two letters that begin no word, but may be an acronym: `kvcache`
const ACRONYM = /^(?![bcfgkps]l|[bcdfgkptw]r|[^m]h|[gkp]n|[pt]s|[dt]w|s)[^aeiouy]{2}/;

// Two words that a word may be made of, if both are in the index: `flashattention`; of `dataset` also `data sets`.
async function halves(survey, word, found) {
  await Promise.all([...word].map(async (_, at) => {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    if (at < (ACRONYM.test(word) ? 2 : 3) || !right[2] || !(await survey.isKnown(left))) return;
    for (const last of [right, /...s$/.test(right) ? right.slice(0, -1) : `${right}s`]) {
      if (await survey.isKnown(last)) joined(found, await row(survey, [left, last], nothing(survey), IN_A_ROW));
    }
  }));
}

// The papers in categories that are called by all words of a compound, or of a text without spaces.
async function inCategories(survey, words, found) {
  const said = await Promise.all(besides(words, survey.stop).map(survey.lists));
  const numbers = said.length ? Array.from(shared(said.map((each) => ({ numbers: each.called() }))), ([number]) => number) : [];
  found.inFields.at(-1).push({ numbers, weights: new Float64Array(numbers.length).fill(survey.categories) });
  return found;
}

// What meets a unit of a query in its field, or one that may be met instead.
async function met(survey, unit, typed) {
  const found = await anywhere(survey, unit, typed);
  if (unit.field) found.inFields = found.inFields.map((lists, field) => (survey.fields[field] === unit.field ? lists : []));
  return unit.or ? joined(found, await met(survey, unit.or, false)) : found;
}

// What meets it in any field. `papers`: those of authors that it is a name of, or with their weights those that have it otherwise.
// Where only some papers' texts are looked at (`many`), others may have a word as it is: none says that it must be written otherwise.
async function anywhere(survey, { text, alternatives, quoted, field: only, papers, isWhole }, typed) {
  const found = nothing(survey);
  if (papers?.weights) found.inFields.at(-1).push(papers);
  else if (papers) {
    add(survey, found, survey.fields.indexOf("authors"), papers, EXACT);
    Object.assign(found, { words: new Set(papers.words), areAll: papers.areAll });
  }
  const [first, ...others] = alternatives;
  const reading = { only, most: survey.begun === Infinity ? MOST_READ : FEW_READ };
  if (quoted || first.length > 1) {
    for (const words of alternatives) await row(survey, words, found, EXACT, reading);
    return quoted ? found : inCategories(survey, first, found);
  }
  for (const words of others) {
    if (words.length > 1) await row(survey, words, found, IN_A_ROW, { only });
    else joined(found, await single(survey, words[0], null, IN_A_ROW));
  }
  if (await mayBeTwo(survey, first[0])) await halves(survey, first[0], found);
  const own = await single(survey, first[0], isWhole || /^\p{Lu}+s$/u.test(text) ? null : typed); // `GANs` begins no ganglion
  const all = own.respelled.length && !isEmpty(found) ? found : joined(found, own);
  if (isEmpty(all) && !survey.many) for (const words of others) await row(survey, words, all, IN_A_ROW, reading);
  return all;
}

// The papers that have it, and how much it counts in each: in a field what is most, of all fields the sum.
function summedUp(survey, { inFields }) {
  const [sums, most, numbers] = [new Float64Array(survey.papers), new Float64Array(survey.papers), []];
  const credit = (number, weight) => {
    if (!sums[number]) numbers.push(number);
    sums[number] += weight;
  };
  for (const lists of inFields) {
    if (lists.length === 1) {
      const [list] = lists;
      for (let at = 0; at < list.numbers.length; at++) credit(list.numbers[at], list.weights[at]);
      continue;
    }
    const touched = [];
    for (const list of lists) {
      for (let at = 0; at < list.numbers.length; at++) {
        const number = list.numbers[at];
        if (!most[number]) touched.push(number);
        most[number] = Math.max(most[number], list.weights[at]);
      }
    }
    for (const number of touched) {
      credit(number, most[number]);
      most[number] = 0;
    }
  }
  return { numbers, sums };
}

const saturated = (count) => (count * (K + 1)) / (count + K);
const rarityOf = (survey, size) => Math.log(1 + (survey.papers - size + 0.5) / (size + 0.5)) ** RARITY;

// Papers in which two words stand near each other, in the order that they have in the query or nearly so: how often.
function paired(first, second, found) {
  for (const [number, at] of shared([first, second])) {
    let count = 0;
    for (let start = first.from[at[0]]; start < first.from[at[0] + 1]; start++) {
      for (let other = second.from[at[1]]; other < second.from[at[1] + 1]; other++) {
        const far = second.positions[other] - first.positions[start];
        count += far !== 0 && far >= -PAIR.before && far <= PAIR.after;
      }
    }
    if (count) found.set(number, (found.get(number) ?? 0) + count);
  }
}

// The same of words that are nearly as asked for. Where frequent words stand in texts, nobody needs to know for that.
async function pairs(survey, some, others) {
  const found = new Map();
  for (const first of some) {
    for (const second of others) {
      for (const field of first.fields.filter((field) => second.fields.includes(field))) {
        if (field >= survey.full && (first.isFrequent || second.isFrequent)) continue;
        paired(...(await Promise.all([first.placed(field), second.placed(field)])), found);
      }
    }
  }
  return found;
}

// For each paper, by its number: its weight, how many of the units it has, and how many among the names of its authors;
// `numbers`: the papers that have any; `lists`: for each unit, the papers that have it, about how `many` do, and its words.
// `known` of a unit: what is to be known of its words instead of what the survey says, and about how `many` papers have it.
export async function ranked(survey, units, isTyped) {
  const power = units.length > 1 ? 1 : ALONE;
  const lists = await Promise.all(units.map((each, at) => met({ ...survey, power, ...each.known }, each, isTyped && at === units.length - 1)));
  const [weights, has, names] = [new Float64Array(survey.papers), new Uint16Array(survey.papers), new Uint16Array(survey.papers)];
  const all = [];
  for (const [at, found] of lists.entries()) {
    const { numbers, sums } = summedUp(survey, found);
    found.many = units[at].known?.many ?? numbers.length;
    const rarity = rarityOf(survey, found.many);
    for (const number of numbers) {
      if (!has[number]) all.push(number);
      weights[number] += rarity * saturated(sums[number]);
      has[number] += 1;
      names[number] += found.names.has(number);
    }
    found.papers = numbers;
  }
  const near = await Promise.all(lists.slice(1).map((second, at) => pairs(survey, lists[at].near, second.near)));
  for (const found of near) {
    const rarity = rarityOf(survey, found.size);
    for (const [number, count] of found) weights[number] += PAIR.weight * rarity * saturated(count);
  }
  return { numbers: all, weights, has, names, lists };
}

// Files of stop words are not loaded unless the others of a name are somebody's.
const besides = (words, stop) => words.filter((word) => !stop.has(word));

// Where some words stand in a field, of the papers that have them all there.
async function together(survey, words, name) {
  const said = await Promise.all(words.map(survey.lists));
  const placed = await Promise.all(said.map((each) => each.placed(survey.fields.indexOf(name))));
  const row = ([number, at]) => ({ number, positions: placed.map((list, which) => positionsOf(list, at[which])) });
  return words.length ? Array.from(shared(placed), row) : [];
}

// The papers of an author whose name the query is, or a part of it, in any order.
export async function named(survey, query) {
  const words = wordsOf(query);
  if (words.length < 2) return new Set(); // one word is as likely a topic
  let rows = [];
  for (const some of [besides(words, survey.stop), words]) {
    rows = await together(survey, some, "authors");
    if (some.length && !rows.length) return new Set();
  }
  const isName = (names) => names.some((some) => some.some((start) =>
    new Set(names.map((positions) => positions.find((position) => position >= start && position < start + words.length))
      .filter((position) => position !== undefined)).size === words.length));
  return new Set(rows.filter(({ positions }) => isName(positions)).map(({ number }) => number));
}

// Whether papers' titles are the query, or begin with it. Any stop word may stand for one.
export async function titled(survey, query) {
  const all = wordsOf(query).map((word, at) => ({ word, at }));
  const telling = all.filter(({ word }) => !survey.stop.has(word));
  const words = telling.length ? telling : all;
  const found = await together(survey, words.map(({ word }) => word), "title");
  const widths = survey.widths[survey.fields.indexOf("title")];
  const width = all.length + survey.gap;
  const nearest = survey.steps.reduce((best, step, at) => (Math.abs(step - width) < Math.abs(survey.steps[best] - width) ? at : best), 0);
  const begun = found.filter(({ positions }) => positions.every((some, which) => some.includes(words[which].at)));
  const numbers = (some) => new Set(some.map(({ number }) => number));
  return { begun: numbers(begun), whole: numbers(begun.filter(({ number }) => widths[number] === nearest)) };
}
