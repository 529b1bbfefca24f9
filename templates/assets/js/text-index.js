// What is said of words, as word-index.js says it, of a few papers alone, by their stored texts.

import { UNSPACED, chunks } from "./folding.js";
import { gettext } from "./language.js";
import { stored } from "./stored.js";
import { about } from "./survey.js";

// For each word of some texts, where it stands in them: generator/conspectus/components/word_rows.py. `gap`: how many positions
// are between two texts; `isStop`: which words are left out.
function placesIn(texts, gap, isStop) {
  const places = new Map();
  const add = (word, at) => isStop(word) || places.set(word, (places.get(word) ?? new Set()).add(at));
  let from = 0;
  for (const text of texts) {
    let end = from;
    for (const { at, width, terms, also } of chunks(text)) {
      for (const { word, at: offset } of [...terms, ...also]) {
        const start = from + at + offset;
        add(word, start);
        if (word.length > 1 && UNSPACED.test(word)) [...word].forEach((letter, place) => add(letter, start + place));
      }
      end = from + at + width;
    }
    from = end + gap;
  }
  return places;
}

// An id that may be what readers call the work.
const NAME = /^(?:[^-]+|\p{L}(?:[^-]*[^-\d])?-[^-]*\d[^-]*)$/u;

// The texts of each field of a paper.
const textsOf = ({ id, meta }) => ({
  ...meta,
  authors: [...meta.authors.replace(` ${gettext("et al.")}`, "").split(", "), meta.organisation],
  keywords: [...meta.keywords.split(", "), NAME.test(id) ? id : ""],
  results: meta.results.split("; "),
});

// What the categories of a paper are called.
const categoriesOf = ({ filters }, places) => places.filter(({ group, value }) => filters[group]?.includes(value))
  .flatMap(({ title, also }) => [title, ...also]);

// The papers that have a word in a field, as word-index.js lists them. `rows`: for each paper its number and its words there.
function listed(rows, word) {
  const [numbers, counts, from, positions] = [[], [], [0], []];
  for (const { number, words } of rows) {
    const own = words.get(word);
    if (!own) continue;
    numbers.push(number);
    counts.push(own.size);
    for (const position of [...own].sort((a, b) => a - b)) positions.push(position);
    from.push(positions.length);
  }
  return { numbers, counts, from, positions: Int32Array.from(positions) };
}

// `lists` and `isKnown` as those of word-index.js, of the papers with these numbers.
export async function indexed(survey, numbers) {
  const [{ places }, papers] = await Promise.all([about(), Promise.all(numbers.map((number) => stored(number).data()))]);
  const isStop = (word) => survey.stop.has(word);
  const rows = (wordsOf) => papers.map((paper, at) => ({ number: numbers[at], words: wordsOf(paper) }));
  const fields = survey.fields.map((name, field) =>
    rows((paper) => placesIn([textsOf(paper)[name]].flat(), survey.gap, field < survey.full ? () => false : isStop)));
  const called = rows((paper) => placesIn(categoriesOf(paper, places), 0, isStop));
  const isIn = (word) => (field) => field.some(({ words }) => words.has(word));
  const lists = (word) => ({
    isFrequent: false,
    fields: [...fields.keys()].filter((field) => isIn(word)(fields[field])),
    inField: (field) => listed(fields[field], word),
    placed: (field) => listed(fields[field], word),
    called: () => listed(called, word).numbers,
  });
  return { lists, isKnown: (word) => fields.some(isIn(word)) };
}
