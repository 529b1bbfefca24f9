// Authors by the initials of their given names: `H. Rangwani`, `Rangwani, H`, `Rangwani HK`. The index has names as papers have them;
// where these are in full, the stored names of a family's papers are read.

import { chunks, folded, spellings } from "./folding.js";
import { inRow } from "./ranking.js";
import { stored } from "./stored.js";
import { lists } from "./word-index.js";

// of how many papers the authors are read at first; of twice as many while none has the name
const FEW_READ = 100;

const LETTER = /^\p{L}$/u;
// as indexes of medicine write them
const TOGETHER = /(?<![\p{L}\d-])\p{Lu}{2,3}(?![\p{L}\d-])/gu;

const apart = (text) => text.replace(TOGETHER, (letters) => [...letters].join(" "));

// The words of a name as they are written, each in all its spellings: `MacDonald` is one.
const wholes = (name) => chunks(name).map(({ terms, also, width }) =>
  [...terms, ...also].filter(({ span }) => span === width).map(({ word }) => word));

// A name's words, each in all its spellings; where some may be initials without spaces, with each of these as a word too.
const readings = (name) => [...[...new Set([name, apart(name)])].map(spellings), wholes(name)];

// Whether a name has a family's words side by side behind given names that begin with the initials: the first one with the
// first of them; or, where they are `later` ones, those behind it.
function isNamed(name, initials, family, later) {
  return name.some((_, start) => {
    if (!start || !family.every((word, at) => name[start + at]?.includes(word))) return false;
    let at = 0;
    const given = [...name.slice(0, start), ...name.slice(start + family.length)];
    for (const [place, spelled] of given.entries()) {
      if (later && !place) continue;
      if (spelled.some((word) => word.startsWith(initials[at]))) at += 1;
      else if (!place) return false;
    }
    return at >= initials.length;
  });
}

// What is known of a family's words; null where nobody has them for a name. `isOnlyName`: whether they stand nowhere else.
async function familyOf(survey, words) {
  const field = survey.fields.indexOf("authors");
  const said = await Promise.all(words.map(lists));
  if (!said.length || !said.every(({ fields }) => fields.includes(field))) return null;
  const papers = said.map((each) => new Set(each.inField(field).numbers));
  const candidates = [...papers[0]].filter((number) => papers.every((numbers) => numbers.has(number)));
  return { words, candidates, isOnlyName: said.every(({ fields }) => fields.length === 1) };
}

// The papers that have initials as such before a family's words, though other names may stand before these.
async function written(survey, words, initials) {
  const said = await Promise.all([...initials, ...words].map(lists));
  const placed = await Promise.all(said.map((each) => each.placed(survey.fields.indexOf("authors"))));
  return inRow(placed, placed.map((_, at) => ({ at }))).numbers;
}

// The papers of those of a family whose given names begin so, as of those with the initials as such, and the newest others, whose
// authors could be read. `areAll`: whether that was all.
async function papersOf(survey, { words, candidates }, initials, later = false) {
  const namesOf = (number) => stored(number).data()
    .then(({ meta }) => (meta.authors ?? "").split(", ").flatMap(readings), () => null);
  const likely = new Set(later || candidates.length <= FEW_READ ? [] : await written(survey, words, initials));
  const left = [...candidates.filter((number) => !likely.has(number)), ...candidates.filter((number) => likely.has(number))];
  const numbers = [];
  let areAll = true;
  for (let most = FEW_READ; left.length && !numbers.length; most *= 2) {
    const some = left.splice(-most);
    const names = await Promise.all(some.map(namesOf));
    numbers.push(...some.filter((_, at) => names[at]?.some((name) => isNamed(name, initials, words, later))));
    areAll &&= !names.includes(null);
  }
  numbers.sort((a, b) => a - b);
  return { numbers, counts: numbers.map(() => 1), words, areAll: areAll && !left.length };
}

// A phrase that is a name: with the papers of those who are named so.
async function ofPhrase(survey, phrase) {
  const words = spellings(apart(phrase.text)).map(([word]) => word);
  const initials = words.filter((word) => LETTER.test(word));
  const isName = initials.length && (phrase.field ?? "authors") === "authors";
  const family = isName && (await familyOf(survey, words.filter((word) => !LETTER.test(word))));
  return family ? { ...phrase, papers: await papersOf(survey, family, initials) } : phrase;
}

// Of the words beside initials, the one that is the name of a family with such given names, or else may be one, with its
// papers. Given names in full may stand between: `Ada K. Perch`, `Perch, Ada K.`, `Perch, Ada-May K.`
async function beside(survey, initials, { isBehind, furthest, further, before, after }) {
  const [front, back, far] = [[after, before], [before], [[further, before], [furthest, before]]];
  let first = null;
  for (const [word, given] of isBehind ? [back, front, ...far] : [front, back, ...far]) {
    const family = word ? await familyOf(survey, [word]) : null;
    if (!family) continue;
    const full = given ? await familyOf(survey, [given]) : null; // a given name, whose papers are few of the family's
    const candidates = full ? family.candidates.filter((number) => full.candidates.includes(number)) : family.candidates;
    const found = { family, word, papers: await papersOf(survey, { ...family, candidates }, initials, full !== null) };
    if (found.papers.numbers.length) return found;
    first ??= found;
  }
  return first;
}

// Units of a query, of which those that are an author's initials and family name are one that has the papers. Where they
// may be no name, as in `x ray` or `Rangwani HK`, initials are only met by these papers too.
async function named(survey, units, query) {
  const isWritten = /(?<!\p{L})\p{L}\.|, *\p{L}(?!\p{L})/u.test(query); // H. Rangwani, or Rangwani, H
  const text = folded(query);
  const isInCapitals = units.length > 3 && query === query.toUpperCase(); // as of a title, which has no initials
  const said = (unit) => (isInCapitals ? unit.text.toLowerCase() : unit.text);
  const wordOf = (unit) => (unit && !unit.quoted && unit.alternatives[0].length === 1 ? unit.alternatives[0][0] : "");
  const isInitial = (unit) => LETTER.test(wordOf(unit)) && (isWritten || !/^[ai]$/.test(said(unit)));
  const areInitials = (unit) => wordOf(unit) && said(unit).replace(TOGETHER, "") === "";
  const result = [];
  let at = 0;
  while (at < units.length) {
    const run = [];
    if (areInitials(units[at])) run.push(units[at++]);
    else while (isInitial(units[at])) run.push(units[at++]);
    if (!run.length) {
      result.push(units[at].quoted ? await ofPhrase(survey, units[at]) : units[at]);
      at += 1;
      continue;
    }
    const initials = [...run.map(wordOf).join("")];
    const [furthest, further, before] = [-3, -2, -1].map((place) => wordOf(result.at(place)));
    const after = wordOf(units[at]);
    const last = new RegExp(`${before}\\s+${initials.join("[.\\s-]*")}[.\\s]*(?:[,;&]|and\\s|$)`);
    const isBehind = before && (text.includes(`${before},`) || last.test(text));
    const found = await beside(survey, initials, { isBehind, furthest, further, before, after });
    // `Müller A` is, and `Vitamin A` is none where nobody is called so
    const isWord = survey.stop.has(wordOf(run[0]));
    const isAlone = found && isWord && isBehind && found.word === before && found.papers.numbers.length > 0;
    const isName = found && !areInitials(run[0]) && (isWritten || isAlone || found.family.isOnlyName);
    const mayBeName = isName || (found && !isWord); // `A Song` is none
    const papers = mayBeName ? found.papers : null;
    if (isName) {
      const parts = found.word === after ? [...run, units[at++]] : found.word === before ? [result.pop(), ...run] : run;
      result.push({ text: parts.map((part) => part.text).join(" "), field: null, alternatives: [], quoted: true, papers });
    } else result.push(...run.map((unit) => ({ ...unit, papers })));
  }
  return result;
}

// What a query asks for, with the papers of authors that are named by initials; and what it excludes.
export const withAuthors = async (survey, asked, query) =>
  ({ ...asked, units: await named(survey, asked.units, query), without: await named(survey, asked.without, query) });
