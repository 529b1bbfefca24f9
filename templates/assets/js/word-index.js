// The words of all papers, as the build wrote them: generator/conspectus/components/word_index.py says how.

import { spell } from "./folding.js";
import { SHORTEST_MISSPELT, begins, likeness } from "./likeness.js";
import { stem } from "./stems.js";
import { crc32, json, once } from "./survey.js";

const elsewhere = () => import("./postings.js");

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUE = new Uint8Array(128);
for (let value = 0; value < DIGITS.length; value++) VALUE[DIGITS.charCodeAt(value)] = value;


export function unpacked(text) {
  const numbers = [];
  let [number, shift] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const value = VALUE[text.charCodeAt(at)];
    number |= (value & 31) << shift;
    shift += 5;
    if (value > 31) continue;
    numbers.push(number);
    [number, shift] = [0, 0];
  }
  return numbers;
}

export function summed(steps) {
  let at = -1;
  return steps.map((step) => (at += step));
}

function byStem(words) {
  const stems = new Map();
  for (const word of words) {
    const key = stem(word);
    stems.set(key, [...(stems.get(key) ?? []), word]);
  }
  return stems;
}

// What every query needs. `papers`: how many there are; they go by their numbers here, the oldest first. `widths`: for each
// field, which of the `steps` says how wide it is in each paper.
export const index = () => once("index", async () => {
  const said = await json("data/search.json");
  spell(said.british);
  if (said.postings) elsewhere().catch(() => null); // which the first word asks for
  const [fields, weights] = [Object.keys(said.fields), Object.values(said.fields)];
  const widths = said.widths.map((text) => Uint8Array.from(text, (digit) => VALUE[digit.charCodeAt(0)]));
  return { ...said, fields, weights, widths, stop: new Set(said.stop), asking: new Set(said.asking), lists, isKnown };
});

// A file of words: in order, and by their stems.
function file(number) {
  return once(`words ${number}`, async () => {
    const packed = new Map(Object.entries(await json(`data/words/${number}.json`)));
    const words = [...packed.keys()].sort();
    return { packed, words, stems: byStem(words), lists: new Map() };
  });
}

export async function fileOf(word) {
  const { shards, beginning } = await index();
  return file(crc32([...word].slice(0, beginning).join("").replaceAll("y", "i")) % shards);
}

// Whether the postings of a word are in another file; how many letters these have stands here instead.
const isApart = (said) => typeof said === "number";

// The words like one asked for: those of its stem, and those that it begins. `rated`: each with how near it is; `areAll`: whether
// none were left out. `typed` as below.
export async function alike(survey, asked, typed) {
  const { words, stems, packed } = await fileOf(asked);
  const same = [asked, ...(stems.get(stem(asked)) ?? [])];
  const isWide = typed && (!survey.postings || asked.length >= survey.beginning) && !same.some((word) => packed.has(word));
  const begin = typed === null ? [] : words.filter((word) => word.startsWith(asked) && !same.includes(word) && (isWide || begins(word, asked)));
  const some = survey.postings ? (await elsewhere()).mostly(survey, begin, packed) : begin;
  const rated = [...new Set([...same, ...some])].filter((word) => packed.has(word)).map((word) => ({ word, near: likeness(word, asked) }));
  return { rated, areAll: some.length === begin.length, words, packed };
}

// The words that are meant by one asked for, each with how near it is. `typed`: whether it may not be whole yet; null where
// it is another spelling of the one that was typed, which begins nothing and is not misspelt. `areAll`: whether none were left
// out that begin so.
export async function meant(survey, asked, typed) {
  const { rated, areAll, words } = await alike(survey, asked, typed);
  const near = rated.filter(({ near }) => near);
  if (near.length) return { words: near, areAll };
  if (typed && rated.length) return { words: rated.map(({ word }) => ({ word, near: begins(word, word) })), areAll };
  if (typed === null || asked.length < SHORTEST_MISSPELT) return { words: [], areAll: true };
  const { respelled, swapped } = await import("./respelling.js");
  const begun = [...words, ...(await fileOf(swapped(asked))).words];
  return { words: await respelled(asked, begun, survey.endings, fileOf), areAll: true };
}

// The papers that have a word in a field, and how often.
function listed(text) {
  const said = unpacked(text);
  const [numbers, counts] = [new Int32Array(said.length), new Int32Array(said.length)];
  let [size, number] = [0, -1];
  for (let at = 0; at < said.length; at++) {
    numbers[size] = number += said[at] >> 1;
    counts[size++] = said[at] & 1 ? 1 + said[++at] : 1;
  }
  return { numbers: numbers.subarray(0, size), counts: counts.subarray(0, size) };
}

// The same with `positions`, where the word stands, and for each paper from which of these on.
function located(list, text) {
  const from = new Int32Array(list.counts.length + 1);
  list.counts.forEach((count, at) => (from[at + 1] = from[at] + count));
  const positions = Int32Array.from(unpacked(text));
  for (let at = 0; at < list.counts.length; at++) {
    positions[from[at]] -= 1;
    for (let other = from[at] + 1; other < from[at + 1]; other++) positions[other] += positions[other - 1];
  }
  return { ...list, from, positions };
}

// What is said of a word. `fields`: where it stands at all; `inField` and `placed` are lists, made when they are asked for, as
// are the papers in categories that are `called` so. `isFrequent`: whether it would take a large file to know its positions in texts.
export async function lists(word) {
  const [survey, { packed, lists }] = [await index(), await fileOf(word)];
  if (!lists.has(word)) {
    const said = packed.get(word) ?? "";
    const text = isApart(said) ? await (await elsewhere()).postings(survey, word, said) : said;
    const others = Math.abs(said) > survey.paired && (async () => (await elsewhere()).positions(survey, word));
    lists.set(word, read(survey, text, isApart(said) && others));
  }
  return lists.get(word);
}

// `others`: gives the positions in texts where these are not said here.
function read({ fields, full }, said, others) {
  const [papers, near = "", far = ""] = said.split(" ");
  const texts = papers.split(".");
  const known = new Map();
  const once = (name, make) => known.get(name) ?? known.set(name, make()).get(name);
  const has = (field) => Boolean(texts[field]);
  const inField = (field) => once(field, () => listed(texts[field] ?? ""));
  const positionsOf = async (field) => {
    const [from, all] = field < full ? [0, near] : [full, others ? await others() : far];
    return all.split(".")[fields.slice(from, field).filter((_, at) => has(from + at)).length];
  };
  return {
    isFrequent: Boolean(others),
    fields: fields.map((_, field) => field).filter(has),
    inField,
    placed: (field) => once(`${field} placed`, async () => located(inField(field), has(field) ? await positionsOf(field) : "")),
    called: () => once("called", () => summed(unpacked(texts[fields.length] ?? ""))),
  };
}

// Whether any paper has a word.
export async function isKnown(word) {
  const { packed } = await fileOf(word);
  return isApart(packed.get(word)) || (await lists(word)).fields.length > 0;
}

// Whether a word may be two others. Where it would take another file to see, that is said of those in the index.
export async function mayBeTwo({ postings }, word) {
  const { packed } = await fileOf(word);
  return /^[a-z]{7,40}$/.test(word) && (!postings || (packed.get(word) ?? -1) < 0);
}

// The papers that are in all of some lists, each with its places in these.
export function* shared(lists) {
  const shortest = lists.reduce((best, list) => (list.numbers.length < best.numbers.length ? list : best));
  const at = new Int32Array(lists.length);
  for (const number of shortest.numbers) {
    let isInAll = true;
    for (const [which, { numbers }] of lists.entries()) {
      at[which] = reached(numbers, number, at[which]);
      isInAll &&= numbers[at[which]] === number;
    }
    if (isInAll) yield [number, at];
  }
}

// Where a growing list comes to a number, from one of its places on.
function reached(numbers, number, from) {
  let step = 1;
  while (from + step < numbers.length && numbers[from + step] < number) step *= 2;
  let [low, high] = [from, Math.min(from + step, numbers.length)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
