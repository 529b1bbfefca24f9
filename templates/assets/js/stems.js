// What words have grown from, so that `pruned` finds `pruning`. Gentle on purpose: plurals, forms of verbs and nouns in -ion,
// and nothing that would make `tokenizer` a `token`. Of British spellings folding.js has the American ones.

const known = new Map();

const VOWEL = /[aeiouy]/;

function unplural(word) {
  if (/(?:ies|ied)$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2);
  if (/.(?:ly|the|gno)s[ei]s$/.test(word)) return word.slice(0, -2); // analyses, hypothesis
  if (/us$/.test(word)) return word.length < 5 ? word.slice(0, -1) : word; // CPUs, but no focus
  return /[^si]s$/.test(word) ? word.slice(0, -1) : word;
}

function made(word) {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  let stem = unplural(word);
  if (stem.length > 5) stem = stem.replace(/(?<=[^aeiou])ly$/, "");
  if (stem.length > 4) {
    const verb = stem.replace(/(?<!e)ed$|ing$/, "");
    if (verb.length > 2 && VOWEL.test(verb)) stem = verb;
  }
  if (stem.length > 6) stem = stem.replace(/ization$/, "iz").replace(/(?<=[st])ion$/, "");
  if (stem.length > 3) stem = stem.replace(/e$/, "");
  return stem.replace(/([^aeiou])\1$/, "$1");
}

export function stem(word) {
  if (!known.has(word)) known.set(word, made(word));
  return known.get(word);
}
