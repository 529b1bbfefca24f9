// The words of all papers, as the build wrote them: generator/conspectus/components/word_index.py says how.

import { terms } from "./folding.js";
import { begins, edits, likeness, misspelt } from "./likeness.js";
import { stem } from "./stems.js";
import { about, crc32, json, once } from "./survey.js";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUE = new Map([...DIGITS].map((digit, value) => [digit, value]));

function unpacked(text) {
  const numbers = [];
  let [number, shift] = [0, 0];
  for (const digit of text) {
    const value = VALUE.get(digit);
    number += (value & 31) * 2 ** shift;
    shift += 5;
    if (value > 31) continue;
    numbers.push(number);
    [number, shift] = [0, 0];
  }
  return numbers;
}

function summed(steps) {
  let at = -1;
  return steps.map((step) => (at += step));
}

// Where the fields of each paper begin, and how wide those of each name are on average.
function laidOut(widths, fields) {
  const starts = [];
  const sums = fields.map(() => 0);
  for (let at = 0; at < widths.length; at += fields.length) {
    let start = 0;
    starts.push(fields.map((_, field) => {
      const width = widths[at + field];
      sums[field] += width;
      start += width;
      return start;
    }));
  }
  return { ends: starts, means: sums.map((sum) => Math.max(1, sum / Math.max(1, starts.length))) };
}

function byStem(words) {
  const stems = new Map();
  for (const word of words) {
    const key = stem(word);
    stems.set(key, [...(stems.get(key) ?? []), word]);
  }
  return stems;
}

// The words that categories are called by, each with the values of filters that are these categories; and by their stems.
function called(places) {
  const names = new Map();
  for (const { title, also = [], group, value } of places) {
    if (!group) continue;
    for (const { word } of [title, ...also].flatMap(terms)) {
      if (!names.has(word)) names.set(word, []);
      names.get(word).push({ group, value });
    }
  }
  return { names, namesByStem: byStem(names.keys()) };
}

const set = (packed) => new Set(summed(unpacked(packed)));
const mapped = (object, make) => Object.fromEntries(Object.entries(object).map(([name, value]) => [name, make(value)]));

// What every query needs. `papers`: how many there are; they go by their numbers here, the oldest first.
export const index = () => once("index", async () => {
  const [said, survey] = await Promise.all([json("data/search.json"), about()]);
  const fields = Object.keys(said.fields);
  return {
    ...said,
    fields,
    weights: [...Object.values(said.fields), said.categories],
    stop: new Set(said.stop),
    asking: new Set(said.asking),
    values: mapped(said.values, (group) => mapped(group, set)),
    ...called(survey.places),
    ...laidOut(unpacked(said.widths), fields),
  };
});

// A file of words: in order, and by their stems.
function file(number) {
  return once(`words ${number}`, async () => {
    const packed = await json(`data/words/${number}.json`);
    const words = Object.keys(packed).sort();
    return { packed, words, stems: byStem(words), places: new Map() };
  });
}

async function fileOf(word) {
  const { shards, beginning } = await index();
  return file(crc32([...word].slice(0, beginning).join("")) % shards);
}

// The first letters as they may have been meant, if they are misspelt; where there is one file, it has them all.
function beginnings(word) {
  const swapped = [word[1] + word[0] + word.slice(2), word[0] + word[2] + word[1] + word.slice(3), word.slice(0, 2) + word[3] + word[2]];
  return [word, ...swapped, word.slice(1), word[0] + word.slice(2), word.slice(0, 2) + word.slice(3)];
}

function begun(words, asked) {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle] < asked) low = middle + 1;
    else high = middle;
  }
  const found = [];
  while (low < words.length && words[low].startsWith(asked)) found.push(words[low++]);
  return found;
}

// The words that are meant by one asked for, each with how near it is. `typed`: whether it may not be whole yet.
export async function meant(asked, typed = false) {
  const { names, namesByStem } = await index();
  const { words, stems, packed } = await fileOf(asked);
  const key = stem(asked);
  const all = new Set([asked, ...(stems.get(key) ?? []), ...(namesByStem.get(key) ?? []), ...begun(words, asked)]);
  for (const name of names.keys()) if (begins(name, asked)) all.add(name);
  const known = [...all].filter((word) => Object.hasOwn(packed, word) || names.has(word));
  const rated = known.map((word) => ({ word, near: likeness(word, asked) }));
  const near = rated.filter(({ near }) => near);
  if (near.length) return near;
  if (typed && known.length) return rated.map(({ word }) => ({ word, near: begins(word, word) }));
  return respelled(asked);
}

// Words that one may be meant by that is written otherwise, the nearest first.
async function respelled(asked) {
  if (asked.length < 4) return [];
  const { names } = await index();
  const files = new Set(await Promise.all(beginnings(asked).map(fileOf)));
  const words = new Set([...[...files].flatMap((each) => each.words), ...names.keys()]);
  const rated = [...words].map((word) => ({ word, near: misspelt(word, asked), misspelt: true })).filter(({ near }) => near);
  const best = Math.max(...rated.map(({ near }) => near));
  return rated.filter(({ near }) => near === best);
}

// The word nearest to one that is nowhere, if it is near enough to be proposed: an edit away, two from eight letters, and
// as long but for a letter, so that `quantum` proposes no `quant`. The more papers have it, the sooner.
export async function nearest(asked) {
  if (asked.length < 4 || /\d/.test(asked)) return null;
  const most = asked.length < 8 ? 1 : 2;
  const isLike = (word) => word[0] === asked[0] && word.length > 3 && Math.abs(word.length - asked.length) < 2;
  const words = (await fileOf(asked)).words.filter((word) => isLike(word) && !/\d/.test(word));
  const rated = words.map((word) => ({ word, far: edits(word, asked, most) })).filter(({ far }) => far <= most);
  const sizes = await Promise.all(rated.map(({ word }) => places(word)));
  const ordered = rated.map((one, at) => ({ ...one, size: sizes[at].size })).sort((a, b) => a.far - b.far || b.size - a.size);
  return ordered[0]?.word ?? null;
}

// The positions of a word in the papers that have it, by these.
export async function places(word) {
  const { packed, places } = await fileOf(word);
  if (!places.has(word)) {
    const numbers = unpacked(Object.hasOwn(packed, word) ? packed[word] : "");
    const found = new Map();
    let paper = -1;
    for (let at = 0; at < numbers.length; ) {
      paper += numbers[at];
      const end = at + 2 + numbers[at + 1];
      found.set(paper, summed(numbers.slice(at + 2, end)));
      at = end;
    }
    places.set(word, found);
  }
  return places.get(word);
}
