// What somebody types, as what is to be looked for: `words`, `"a phrase"`, `-without`, `author:name`, `year:2024`.

import { chunks, folded } from "./folding.js";

const PIECE = /(?<!\S)(-?)(?:(\p{L}[\p{L}-]*):)?(?:["“”„]([^"“”„]*)["“”]?|(\S+))/gu;

// The fields that a word may be asked for in.
export const FIELDS = {
  title: "title", author: "authors", authors: "authors", keyword: "keywords", keywords: "keywords", venue: "venue",
  summary: "summary", abstract: "abstract",
};

// What is no word by itself: `inter-library` and `inter library` are not met by `international` and `library`.
const PREFIX = /^(?:anti|hyper|inter|macro|micro|multi|non|post|pre|pseudo|quasi|semi|sub|super|ultra)$/;

// What is the same as a word in a row of words: alternatives, each of words that stand side by side. A unit has to be met
// by one of its alternatives. `field`: where; everywhere if it is null.
const unit = (text, field, ...alternatives) => ({ text, field, alternatives });

function unitsOf(chunk, text, field) {
  if (!chunk.terms.length) return []; // accents of no letter
  const written = text.slice(chunk.from, chunk.to);
  const parts = chunk.terms.filter((term) => term.span === 1);
  const wholes = (terms) => terms.filter((term) => term.span === chunk.width);
  const worded = (terms) => terms.map((term) => [term.word]);
  if (parts.length < 2 || chunk.exact || PREFIX.test(parts[0].word)) {
    const signed = /[+#]$/.test(written) && wholes(chunk.terms).length > 1; // `RealCustom++` is no RealCustom
    const own = [chunk.terms, chunk.also].flatMap((terms) => wholes(terms).slice(signed ? -1 : 0));
    const apart = parts.length > 1 && !signed ? rows([chunk]) : [];
    if (/^\d/.test(written) && parts.length === 2) apart.push([parts[0].word, `${parts[1].word}s`]); // 16 bits
    return [unit(written, field, ...worded(own), ...apart)];
  }
  const also = (part) => chunk.also.filter((term) => term.at === part.at && term.span === 1);
  return parts.map((part) => unit(part.word, field, ...worded([part, ...also(part), ...wholes([...chunk.terms, ...chunk.also])])));
}

// The words of chunks side by side, in one spelling and in the other.
function rows(chunks) {
  const row = (of) => chunks.flatMap((chunk) => of(chunk).map((term) => term.word));
  const single = (terms) => terms.filter((term) => term.span === 1);
  const other = ({ terms, also }) => single(terms).map((term) => single(also).find(({ at }) => at === term.at) ?? term);
  return [row(({ terms }) => single(terms)), ...(chunks.some(({ also }) => also.length) ? [row(other)] : [])];
}

// Two words may be one in a text: `key frame` and `keyframe`. `isWhole`: what begins like it does not meet it.
function joined(units) {
  const result = [];
  const single = (each) => each?.alternatives[0].length === 1 && each.alternatives[0][0] === folded(each.text);
  for (const next of units) {
    const one = result.at(-1);
    if (single(one) && single(next) && one.field === next.field) {
      const whole = [one.alternatives[0][0] + next.alternatives[0][0]];
      one.isWhole = PREFIX.test(one.alternatives[0][0]);
      one.alternatives.push(whole);
      next.alternatives.push(whole);
    }
    result.push(next);
  }
  return result;
}

const plain = (text, field) => chunks(text).flatMap((chunk) => unitsOf(chunk, text, field));

function phrase(text, field) {
  const alternatives = rows(chunks(text));
  return alternatives[0].length ? [{ ...unit(text, field, ...alternatives), quoted: true }] : [];
}

// A query as units that papers have to have, and those they must not have; `filters`: values that they have to have, each with the
// others that `OR` makes do, and its group, which is null for `in:`; of a year `from` and `to`. `groups`: the names of filters that there are.
export function parsed(query, groups = []) {
  const asked = { units: [], without: [], filters: [] };
  let [behind, either] = [null, null]; // the filters that a piece stands behind, and those that an OR does
  let words = "";
  const flush = () => {
    asked.units.push(...joined(plain(words, null)));
    words = "";
  };
  for (const [whole, minus, name, quoted, word] of query.matchAll(PIECE)) {
    const key = name?.toLowerCase();
    const text = quoted ?? word;
    const years = key === "year" && /^(\d{4})(?:(?:-|–|\.\.)(\d{4}))?$/.exec(text);
    const known = years || key === "in" || Object.hasOwn(FIELDS, key ?? "") || groups.includes(key);
    if (name && (!known || !text)) {
      words += ` ${minus ? whole.slice(1) : whole}`;
      continue;
    }
    const field = FIELDS[key] ?? null;
    if (key && !field) {
      const [from, to] = years ? [years[1], years[2] ?? years[1]] : [];
      const own = { group: key === "in" ? null : key, value: text, from, to, without: minus !== "" };
      behind = either || (own.from && !minus && asked.filters.find(([other]) => other.from && !other.without));
      if (behind) behind.push(own);
      else asked.filters.push((behind = [own]));
      either = null;
      continue;
    }
    either = word === "OR" && behind;
    behind = null;
    if (either) continue;
    if (minus) asked.without.push(...(quoted === undefined ? plain(text, field) : phrase(text, field)));
    else if (quoted !== undefined) {
      flush();
      asked.units.push(...phrase(text, field));
    } else if (field) {
      flush();
      asked.units.push(...plain(text, field));
    } else words += ` ${text}`;
  }
  flush();
  return asked;
}

// how often a word counts: what says the same hundreds of times would take seconds
const MOST_ALIKE = 8;

// The units that say what a query is about; if none does, all of them. `asking`: words of questions, which tell what a
// query is about where nothing else does.
export function telling(units, { stop, asking }) {
  const isNew = ({ text, field }, at) => units.slice(0, at).filter((other) => other.text === text && other.field === field).length < MOST_ALIKE;
  const besides = (said, words) => {
    const left = said.filter((each) => each.quoted || each.field || each.or || !each.alternatives[0].every((word) => words.has(word)));
    return left.length ? left : said;
  };
  return besides(besides(units.filter(isNew), stop), asking);
}
