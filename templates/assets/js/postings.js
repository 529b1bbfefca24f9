// What is said of words where their postings are in other files than they: generator/conspectus/components/word_index.py.

import { crc32, json } from "./survey.js";

// how many letters a file of postings counts as besides, and each word in a file of words
const [FILE, WORD] = [900, 11];

// How many letters the files of words are worth that a query loads.
export const ofWords = (files) => files.reduce((sum, words) => sum + WORD * words.size, 0);

// How many letters the postings of a word have, by what is said of it; a word with less than none may be two others.
const size = (said) => Math.abs(said);

// How words begin whose postings are in the same file.
const beginning = (survey, word, said) => (size(said) > survey.alone ? word : [...word].slice(0, survey.alike).join(""));

const from = async (folder, many, name, word) => (await json(`data/${folder}/${crc32(name) % many}.json`))[word];

export const postings = (survey, word, said) => from("postings", survey.postings, beginning(survey, word, said), word);

export const positions = (survey, word) => from("positions", survey.positions, word, word);

// How many letters are loaded for the postings of some words.
export function letters(survey, words, packed) {
  const elsewhere = words.filter((word) => typeof packed.get(word) === "number");
  const files = new Set(elsewhere.map((word) => beginning(survey, word, packed.get(word))));
  return elsewhere.reduce((sum, word) => sum + size(packed.get(word)), FILE * files.size);
}

// Of some words those that most papers have, one at least, until their postings and the file that they are in have so many letters. What stands beside its word,
// or in the same file as one of these, costs nothing.
export function mostly(survey, words, packed) {
  const files = new Set();
  let letters = ofWords([packed]);
  const elsewhere = words.filter((word) => typeof packed.get(word) === "number");
  const sums = new Map();
  for (const word of elsewhere) {
    const file = beginning(survey, word, packed.get(word));
    sums.set(file, (sums.get(file) ?? 0) + size(packed.get(word)));
  }
  const others = new Set(elsewhere.sort((a, b) => size(packed.get(b)) - size(packed.get(a))).filter((word) => {
    const file = beginning(survey, word, packed.get(word));
    if (files.has(file)) return false;
    letters += FILE + sums.get(file);
    if (letters > survey.begun && files.size) return true;
    files.add(file);
  }));
  return words.filter((word) => !others.has(word));
}
