// One folding of text for the index, queries and what is highlighted. generator/conspectus/text/folding.py is the same in
// Python, where the reasons stand; a test compares the two.

// What stands for each of some letters.
const those = (letters, words) => Object.fromEntries(words.split(",").map((word, at) => [letters[at], word]));

const STROKED = those("æœßøłđðþıŋةىیکـ", "ae,oe,ss,o,l,d,d,th,i,ng,ه,ي,ي,ك,");
const TWO_LETTERS = those("äöüåøđ", "ae,oe,ue,aa,oe,dj");
const CALLED = those(
  "αβγδεζηθικλμνξοπρστυφχψω∞×",
  "alpha,beta,gamma,delta,epsilon,zeta,eta,theta,iota,kappa,lambda,mu,nu,xi,omicron,pi,rho,sigma,tau,upsilon,phi,chi,psi,omega,infinity,x",
);
const WRITTEN_OUT = /(?<=[a-zß-öø-ɏ])[äöüåøđ]|[äöüåøđ](?=[a-zß-öø-ɏ])/g;
const LONGEST_JOINED = 40;
const FORMULA = /[∞×]|(?<![α-ω])[α-ω](?![α-ω])/g;
export const UNSPACED =
  /[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]+/u;
const RUNS = new RegExp(UNSPACED.source, "gu");
const L = "[\\p{L}\\p{N}\\p{M}∞]";
const CHUNK = new RegExp(
  `(?:(?<![\\p{L}\\p{N}_.)\\]}])\\.(?=[A-Za-z]))?${L}` +
    `(?:${L}|[-\xad\u200b-\u200d‐‑'’^](?=${L})|(?<=[0-9])\\.(?=[0-9])|(?<=[0-9]),(?=[0-9]{3}(?![0-9]))|(?<=[0-9])×)*` +
    "(?:\\+\\+|#)?",
  "gu",
);
const CAMEL = /(?<=[a-z0-9])(?=[A-Z][a-z])|(?<=[a-z])(?=[A-Z]{2})|(?<=[A-Z])(?=[A-Z][a-z]{2})/;
const QUANTITY = /^(\d+(?:\.\d+)?)([A-Za-z]{1,4})$/;
const SIGNS = { "++": "plusplus", "#": "sharp" };
const NUMERALS = "zero,one,two,three,four,five,six,seven,eight,nine,ten".split(",");

// Unicode's case folding is the lower case of the upper case, but for the last sigma of a word and for Cherokee.
const casefold = (text) => text.toUpperCase().toLowerCase().replaceAll("ς", "σ");

export function folded(text) {
  const plain = casefold(casefold(text).normalize("NFKD"));
  return plain.replace(/(?=\p{M})[\u0300-\u036f\u0591-\u05c7\u064b-\u0655\u0670]/gu, "")
    .replace(/[æœßøłđðþıŋةىیکـँ]|[ङञणनम]्(?=[क-ह])/g, (letter) => STROKED[letter] ?? "ं");
}

const composedCase = (text) => casefold(text).normalize("NFC");
const hasTwoLetters = (text) => /[^\x00-\x7f]/.test(text) && composedCase(text).search(WRITTEN_OUT) >= 0;

// The same with two letters where a plain alphabet may write two: `Müller` is `mueller`.
const transcribed = (text) => folded(composedCase(text).replace(WRITTEN_OUT, (letter) => TWO_LETTERS[letter]));

const composed = (piece, fold) => fold(piece).replace(FORMULA, (sign) => CALLED[sign]).normalize("NFC");
const kept = (text) => text.replace(/[^\p{L}\p{N}\p{M}.]/gu, "").replace(/^\.+|\.+$/g, "");
const wordOf = (piece, fold) => kept(composed(piece, fold));

// The words of a piece without hyphens.
function partsOf(piece, fold) {
  if (/^[A-Z0-9]{2,}s$/.test(piece)) return [piece.slice(0, -1).toLowerCase()];
  const quantity = QUANTITY.exec(piece.replaceAll("×", "x").replaceAll(",", ""));
  if (quantity) return quantity.slice(1).map((part) => wordOf(part, fold));
  const camel = UNSPACED.test(piece) ? [] : piece.replaceAll("∞", "Infinity").split(CAMEL);
  if (camel.length > 1 && camel.every((part) => [...part].length > 2 || /^[A-Z]{2}$/.test(part))) return camel.map((part) => wordOf(part, fold));
  const text = composed(piece, fold);
  const found = [];
  let last = 0;
  for (const run of text.matchAll(RUNS)) {
    if (run.index > last) found.push(kept(text.slice(last, run.index)));
    const letters = [...run[0]];
    for (let at = 0; at < Math.max(1, letters.length - 1); at++) found.push(letters.slice(at, at + 2).join(""));
    last = run.index + run[0].length;
  }
  if (last < text.length) found.push(kept(text.slice(last)));
  return found.filter(Boolean);
}

// A chunk's words, each with its position in it and how many of them it stands for; `width`: how many there are. `exact`:
// its parts only mean it where they stand side by side, as in `VideoMamba` or `80GB`.
function termsOf(chunk, fold) {
  const sign = Object.keys(SIGNS).find((each) => chunk.endsWith(each)) ?? "";
  const head = chunk.slice(0, chunk.length - sign.length);
  if (sign && [...head].length < 3 && head[0] !== ".") return { width: 1, terms: [{ word: fold(head) + SIGNS[sign], at: 0, span: 1 }], exact: true };
  const dot = head.startsWith(".") ? "dot" : "";
  const terms = [];
  let [at, whole, exact] = [0, dot, sign !== ""];
  const pieces = head.replace(/^\./, "").split(/[-\xad\u200b-\u200d‐‑]/);
  for (const piece of pieces) {
    const plain = piece.replace(/['’]s$/, "");
    const start = at;
    whole += wordOf(plain, fold);
    for (const word of partsOf(plain, fold)) {
      terms.push({ word: at === 0 ? dot + word : word, at, span: 1 });
      exact ||= word.length < 3 && plain !== head;
      at += 1;
    }
    if (at - start > 1) {
      exact = true;
      if (!UNSPACED.test(composed(plain, fold))) terms.push({ word: wordOf(plain, fold), at: start, span: at - start });
    }
  }
  if (sign) whole += SIGNS[sign];
  const named = (at < 2 && !sign) || terms.some((term) => term.word === whole);
  if (!named && [...whole].length <= LONGEST_JOINED && !UNSPACED.test(whole)) {
    terms.push({ word: whole, at: 0, span: at });
    const first = wordOf(pieces[0], fold);
    const rest = whole.slice(first.length);
    if (NUMERALS.includes(first) && !dot && !sign && !/^[0-9]/.test(rest)) terms.push({ word: NUMERALS.indexOf(first) + rest, at: 0, span: at });
  }
  return { width: at, terms: terms.filter((term) => term.word), exact };
}

// Patterns of British spellings, and what Americans write; data/search.json has them.
let british = [];

// Take the spelling of words into account, by the rules of generator/conspectus/text/spelling.py.
export function spell(rules) {
  british = rules.map(([pattern, replacement]) => [new RegExp(pattern, "g"), replacement]);
  known.clear();
}

const american = (word) => (/^[\x00-\x7f]{4,}$/.test(word) ? british.reduce((text, rule) => text.replace(...rule), word) : word);
const inAmerican = (text) => american(folded(text));

const isIn = (terms, { word, at, span }) => terms.some((other) => other.word === word && other.at === at && other.span === span);

// `also`: the words of other spellings, where there are some.
function read(chunk) {
  const found = termsOf(chunk, folded);
  const others = hasTwoLetters(chunk) ? termsOf(chunk, transcribed).terms : [];
  if ([...found.terms, ...others].some(({ word }) => american(word) !== word)) others.push(...termsOf(chunk, inAmerican).terms);
  return { ...found, also: others.filter((term) => !isIn(found.terms, term)) };
}

const known = new Map();

// A text as its chunks: where each begins and ends, its terms, and the position of its first word.
export function chunks(text) {
  let at = 0;
  return [...text.matchAll(CHUNK)].map((match) => {
    const chunk = match[0];
    if (!known.has(chunk)) {
      if (known.size > 50000) known.clear();
      known.set(chunk, read(chunk));
    }
    const found = { from: match.index, to: match.index + chunk.length, at, ...known.get(chunk) };
    at += found.width;
    return found;
  });
}

// The words of a text, in order, as the index has them.
export const terms = (text) => chunks(text).flatMap((chunk) =>
  [...chunk.terms, ...chunk.also].map(({ word, at, span }) => ({ word, at: chunk.at + at, span })));

// The words that stand side by side in a text, each in all its spellings; and each in one.
export const spellings = (text) => chunks(text).flatMap(({ terms, also }) => terms.filter(({ span }) => span === 1)
  .map((term) => [term, ...also.filter(({ at, span }) => at === term.at && span === 1)].map(({ word }) => word)));
export const words = (text) => spellings(text).map(([word]) => word);
