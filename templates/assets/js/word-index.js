// The words of all papers, as the build wrote them: generator/conspectus/components/word_index.py says how.

import { begins, edits, likeness, misspelt } from "./likeness.js";
import { stem } from "./stems.js";
import { crc32, json, once } from "./survey.js";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUE = new Uint8Array(128);
for (let value = 0; value < DIGITS.length; value++) VALUE[DIGITS.charCodeAt(value)] = value;

const MOST_APART = 32; // so many files are loaded for the beginning of a word
const FIELD = 24; // a position is the number of its field, and behind it so many bits: where it is in the field

export const fieldOf = (position) => position >> FIELD;

export function unpacked(text) {
  const numbers = [];
  let [number, shift] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const value = VALUE[text.charCodeAt(at)];
    number += (value & 31) * 2 ** shift;
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

// What every query needs. `papers`: how many there are; they go by their numbers here, the oldest first. `wide`: about how
// wide their fields are, as far as words were looked for that stand in these.
export const index = () => once("index", async () => {
  const said = await json("data/search.json");
  const fields = Object.keys(said.fields);
  return {
    ...said,
    fields,
    weights: [...Object.values(said.fields), said.categories],
    stop: new Set(said.stop),
    asking: new Set(said.asking),
    wide: fields.map(() => new Uint16Array(said.papers)),
  };
});

// A file of words: in order, and by their stems.
function file(number) {
  return once(`words ${number}`, async () => {
    const packed = await json(`data/words/${number}.json`);
    const words = Object.keys(packed).sort();
    return { packed, words, stems: byStem(words), lists: new Map() };
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

// Of words with lists in files of their own, those with the longest lists.
function mostly(words, packed) {
  const apart = words.filter((word) => isApart(packed[word])).sort((a, b) => packed[b] - packed[a]);
  const others = new Set(apart.slice(MOST_APART));
  return words.filter((word) => !others.has(word));
}

// The words that are meant by one asked for, each with how near it is. `typed`: whether it may not be whole yet.
export async function meant(asked, typed = false) {
  const { words, stems, packed } = await fileOf(asked);
  const all = new Set([asked, ...(stems.get(stem(asked)) ?? []), ...mostly(begun(words, asked), packed)]);
  const known = [...all].filter((word) => Object.hasOwn(packed, word));
  const rated = known.map((word) => ({ word, near: likeness(word, asked) }));
  const near = rated.filter(({ near }) => near);
  if (near.length) return near;
  if (typed && known.length) return rated.map(({ word }) => ({ word, near: begins(word, word) }));
  return respelled(asked);
}

// Words that one may be meant by that is written otherwise, the nearest first.
async function respelled(asked) {
  if (asked.length < 4) return [];
  const files = new Set(await Promise.all(beginnings(asked).map(fileOf)));
  const words = [...files].flatMap((each) => each.words);
  const rated = words.map((word) => ({ word, near: misspelt(word, asked), misspelt: true })).filter(({ near }) => near);
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

// The papers that have a word in a field, each with its positions.
function listed({ steps, wide }, field, text) {
  const [papers, numbers] = [new Map(), unpacked(text)];
  let paper = -1;
  for (let at = 0; at < numbers.length; ) {
    paper += numbers[at];
    const said = numbers[at + 1];
    const end = at + 3 + Math.floor(said / steps.length);
    wide[field][paper] = steps[said % steps.length];
    const positions = [];
    let last = (field << FIELD) - 1;
    for (at += 2; at < end; at++) positions.push((last += numbers[at]));
    papers.set(paper, positions);
  }
  return papers;
}

// Where there are many papers, long lists are in files of their own; how long they are is said instead.
const isApart = (said) => typeof said === "number";

// A word's lists: of each field, and of the papers in categories that are called so; each read when it is asked for.
async function lists(word) {
  const [survey, { packed, lists }] = [await index(), await fileOf(word)];
  const said = isApart(packed[word]) ? await json(`data/long/${crc32(word) % survey.long}.json`) : packed;
  if (!lists.has(word)) {
    const texts = (Object.hasOwn(said, word) ? said[word] : "").split(".");
    const kept = new Map();
    const read = (name, make) => kept.get(name) ?? kept.set(name, make()).get(name);
    const inField = (field) => read(field, () => listed(survey, field, texts[field] ?? ""));
    const all = () => survey.fields.map((_, field) => inField(field)).filter((papers) => papers.size).reduce(joined, new Map());
    lists.set(word, {
      inField: (name) => inField(survey.fields.indexOf(name)),
      anywhere: () => read("anywhere", all),
      called: () => read("called", () => summed(unpacked(texts[survey.fields.length] ?? ""))),
    });
  }
  return lists.get(word);
}

function joined(some, others) {
  if (!some.size) return others;
  const all = new Map(some);
  for (const [number, positions] of others) all.set(number, all.has(number) ? [...all.get(number), ...positions] : positions);
  return all;
}

// The positions of a word in the papers that have it, by these; in a field alone if one is named.
export const places = async (word, field) => (field ? (await lists(word)).inField(field) : (await lists(word)).anywhere());

// The papers in categories that are called by a word.
export const called = async (word) => (await lists(word)).called();
