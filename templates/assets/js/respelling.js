// Words that may be meant by one that no paper has: of those with its beginning or its ending, which an edit leaves.
// generator/conspectus/components/word_endings.py says what is in files of endings.

import { misspelt } from "./likeness.js";
import { crc32, json } from "./survey.js";

// One letter more or less may make a word a short one.
const endings = (word, { short, long, longer }) =>
  [word.length <= longer && short, word.length >= longer - 1 && long].filter(Boolean).map((letters) => [...word].slice(-letters).join(""));

// With letters in the middle swapped, a word of five has neither its beginning nor its ending.
export const swapped = (word) => (word.length === 5 ? word.slice(0, 2) + word[3] + word[2] + word[4] : word);

// About how many papers have a word, by what its file says of it.
export const sizeOf = (said) => said.length ?? Math.abs(said);

// The nearest ones, the most frequent first. `begun`: words with its beginning; `said`: what the survey says of files of
// endings; `fileOf`: gives the file of a word.
export async function respelled(asked, begun, said, fileOf) {
  const files = said.files ? new Set(endings(asked, said).map((ending) => crc32(ending) % said.files)) : [];
  const alike = await Promise.all(Array.from(files, async (file) => (await json(`data/endings/${file}.json`)).split(" ")));
  const words = [...new Set([...begun, ...alike.flat()])];
  const rated = words.map((word) => ({ word, near: misspelt(word, asked), misspelt: true })).filter(({ near }) => near);
  const best = Math.max(...rated.map(({ near }) => near));
  const nearest = rated.filter(({ near }) => near === best);
  const sizes = await Promise.all(nearest.map(async ({ word }) => [word, sizeOf((await fileOf(word)).packed.get(word))]));
  const size = Object.fromEntries(sizes);
  return nearest.sort((a, b) => size[b.word] - size[a.word] || (a.word < b.word ? -1 : 1));
}

// A query with the words put right that were only found otherwise written: by those that most hits have.
export async function putRight(query, units, hits, survey, found) {
  const among = new Set(hits);
  const having = async (word) => {
    const { fields, inField } = await survey.lists(word);
    return new Set(fields.flatMap((field) => [...inField(field).numbers]).filter((number) => among.has(number))).size;
  };
  let text = query;
  for (const [at, { respelled }] of found.entries()) {
    const counts = await Promise.all(respelled.map(having));
    if (respelled.length) text = text.replace(units[at].text, respelled[counts.indexOf(Math.max(...counts))]);
  }
  return text;
}
