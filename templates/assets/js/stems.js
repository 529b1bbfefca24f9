// What words have grown from, so that `pruned` finds `pruning`. Gentle on purpose: plurals, forms of verbs and nouns in -ion,
// and nothing that would make `tokenizer` a `token`. Of British spellings folding.js has the American ones.

const known = new Map();

const VOWEL = /[aeiouy]/;
// one syllable that ends in one vowel and one consonant: its `e` tells it from another word, `rate` from `rat`, and goes before
// -ed and -ing (M. Porter, An algorithm for suffix stripping, 1980)
const SHORT = /^[^aeiou]*[aeiouy][^aeiouwxy]$/;
const DOUBLED = /([bdfgmnprt])\1$/;

// Plurals of Latin, Greek and Old English that begin as their words do, with what they end in and what those do. Not so `matrices`:
// questions of a public collection (CACM) on these find worse with `matrix`.
const IRREGULAR = [
  [/(?<=wo|[^aeiouy])men$/, "man"], [/(?<=criteri|phenomen|automat)a$/, "on"], [/(?<=vert|ind|vort|cort)ices$/, "ex"],
  [/(?<=bacteri|spectr|strat|quant|millenni|maxim|minim|optim|extrem|curricul|symposi|equilibri)a$/, "um"],
  [/(?<=append|hel)ices$/, "ix"], [/^children$/, "child"],
];

function unplural(word) {
  for (const [ending, other] of IRREGULAR) if (ending.test(word)) return word.replace(ending, other);
  if (/(?:ies|ied)$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz|^gas|^bus|bias|lens)es$/.test(word)) return word.slice(0, -2);
  if (/(?:.ly|the|gno|sta|^cri|empha|(?:fibr|necr|pt|neur|scler)o)s[ei]s$/.test(word)) return word.slice(0, -2); // analyses, hypothesis
  if (/us$/.test(word)) return word.length < 5 ? word.slice(0, -1) : word; // CPUs, but no focus
  return /[^si]s$/.test(word) && !/(?:bias|^lens)$/.test(word) ? word.slice(0, -1) : word;
}

function made(word) {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  let stem = unplural(word);
  if (stem.length > 5) stem = stem.replace(/(?<=[^aeiou])ly$/, "");
  const verb = stem.length > 4 ? stem.replace(/(?<!e)ed$|ing$/, "") : stem;
  if (verb !== stem && verb.length > 2 && VOWEL.test(verb)) {
    stem = verb.length > 3 && DOUBLED.test(verb) ? verb.slice(0, -1) : SHORT.test(verb) ? `${verb}e` : verb;
  }
  if (stem.length > 7) stem = stem.replace(/ization$/, "iz").replace(/(?<=[st])ion$/, "");
  stem = stem.replace(/(?<=.ly)z(?=e?$)/, "s"); // analyze, analysis
  return stem.length > 3 && stem.endsWith("e") && !SHORT.test(stem.slice(0, -1)) ? stem.slice(0, -1) : stem;
}

export function stem(word) {
  if (!known.has(word)) known.set(word, made(word));
  return known.get(word);
}
