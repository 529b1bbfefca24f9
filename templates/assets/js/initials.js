// Authors by the initials of their given names: `H. Rangwani`, `Rangwani, H`. The index has names in full, so the stored
// names of a family's papers are read.

import { spellings } from "./folding.js";
import { stored } from "./stored.js";
import { lists } from "./word-index.js";

// of how many papers the authors are read at first; of twice as many while none has the name
const FEW_READ = 100;

const LETTER = /^\p{L}$/u;

// Whether a name has a family's words side by side behind given names that begin with the initials: the first one with the
// first of them. Words in all their spellings.
function isNamed(name, initials, family) {
  return name.some((_, start) => {
    if (!start || !family.every((word, at) => name[start + at]?.includes(word))) return false;
    let at = 0;
    const given = [...name.slice(0, start), ...name.slice(start + family.length)];
    for (const [place, spelled] of given.entries()) {
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

// The papers of those of a family whose given names begin so, as of the newest whose authors could be read. `areAll`:
// whether that was all.
async function papersOf({ words, candidates }, initials) {
  const namesOf = (number) => stored(number).data()
    .then(({ meta }) => (meta.authors ?? "").split(", ").map(spellings), () => null);
  const [left, numbers] = [[...candidates], []];
  let areAll = true;
  for (let most = FEW_READ; left.length && !numbers.length; most *= 2) {
    const some = left.splice(-most);
    const names = await Promise.all(some.map(namesOf));
    numbers.push(...some.filter((_, at) => names[at]?.some((name) => isNamed(name, initials, words))));
    areAll &&= !names.includes(null);
  }
  return { numbers, counts: numbers.map(() => 1), words, areAll: areAll && !left.length };
}

// A phrase that is a name: with the papers of those who are named so.
async function ofPhrase(survey, phrase) {
  const [words] = phrase.alternatives;
  const initials = words.filter((word) => LETTER.test(word));
  const isName = initials.length && (phrase.field ?? "authors") === "authors";
  const family = isName && (await familyOf(survey, words.filter((word) => !LETTER.test(word))));
  return family ? { ...phrase, papers: await papersOf(family, initials) } : phrase;
}

// Units of a query, of which those that are an author's initials and family name are one that has the papers. Where they
// may be no name, as in `x ray`, initials are only met by these papers too.
async function named(survey, units, query) {
  const isWritten = /(?<!\p{L})\p{L}\.|, *\p{L}(?!\p{L})/u.test(query); // H. Rangwani, or Rangwani, H
  const wordOf = (unit) => (unit && !unit.quoted && unit.alternatives[0].length === 1 ? unit.alternatives[0][0] : "");
  const isInitial = (unit) => LETTER.test(wordOf(unit)) && (isWritten || !/^[ai]$/.test(unit.text));
  const result = [];
  let at = 0;
  while (at < units.length) {
    const run = [];
    while (isInitial(units[at])) run.push(units[at++]);
    if (!run.length) {
      result.push(units[at].quoted ? await ofPhrase(survey, units[at]) : units[at]);
      at += 1;
      continue;
    }
    const [before, after] = [wordOf(result.at(-1)), wordOf(units[at])];
    const isBehind = query.toLowerCase().includes(`${before},`) && before; // the initials, behind the family
    let family = null;
    for (const word of isBehind ? [before, after] : [after, before]) family ??= word ? await familyOf(survey, [word]) : null;
    const isName = family && (isWritten || family.isOnlyName);
    const mayBeName = isName || (family && !survey.stop.has(wordOf(run[0]))); // `A Song` is none
    const papers = mayBeName ? await papersOf(family, run.map(wordOf)) : null;
    if (isName) {
      const parts = family.words[0] === after ? [...run, units[at++]] : [result.pop(), ...run];
      result.push({ text: parts.map(({ text }) => text).join(" "), field: null, alternatives: [], quoted: true, papers });
    } else result.push(...run.map((unit) => ({ ...unit, papers })));
  }
  return result;
}

// What a query asks for, with the papers of authors that are named by initials; and what it excludes.
export const withAuthors = async (survey, asked, query) =>
  ({ ...asked, units: await named(survey, asked.units, query), without: await named(survey, asked.without, query) });
