// The identifiers that stand in what somebody types or pastes, as the survey keeps them. model/identifiers.py has the rules
// and where they come from; here they are lenient, because what is meant only counts if the survey has it.

import { marked } from "./language.js";

const DOI = /(?<!\d)10\.\d{4,9}(?:\.\d+)*(?:\/|%2f)[^\s"\\|^`{}]+/i;
const ARXIV = /(?<!\d)(?<!\d\.)\d{4}\.\d{4,5}(?!\d)|(?<![a-z])[a-z]+(?:-[a-z]+)?(?:\.[a-z]{2}(?:-[a-z]+)?)?\/\d{7}(?!\d)/gi;
const HYPHENED = /^(?!math\/|nlin\/)([a-z]+?)(phys|org|geom|sci|ph|an|dyn|lg|gas|mat|ga|qc|ex|lat|th|sol|alg|bio|int|con)\//;

// What the addresses of publishers' pages have behind a DOI.
const PAGE = /(?:v\d+)?(?:[./](?:e?pdf|full|fulltext|abstract|html))*$/;

// Keys as one copies them out of a manuscript: \cite{key, other}, [@key], @article{key,
const CITED = /\\\w*cite\w*\*?(?:\[[^\]]*\])*\{([^{}]*)|(?<!\w)@(?:\w+\{)?([^\s{}[\](),;@"]+)/gi;
const AROUND = /^[\s{}[\]()<>"'“”#]+|[\s{}[\]()<>"'“”,;.]+$/g;

const OPENING = { ")": "(", "]": "[", "}": "{", ">": "<" };
const count = (text, sign) => text.split(sign).length - 1;

// Without the end of a sentence, and without brackets that were opened before.
function bare(text) {
  const last = text.at(-1) ?? "";
  const isLoose = /[.,;:'“”’]/.test(last) || (last in OPENING && count(text, last) > count(text, OPENING[last]));
  return isLoose ? bare(text.slice(0, -1)) : text;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a per cent sign of its own
  }
}

function doisIn(word) {
  const found = DOI.exec(word);
  if (!found) return [];
  const isAddress = word.slice(0, found.index).includes("/") || /%2f/i.test(found[0]);
  const doi = bare(isAddress ? decoded(found[0].replace(/[?#].*/, "")) : found[0]).toLowerCase();
  return [doi, doi.replace(PAGE, "")];
}

function arxivOf(found) {
  const id = found.toLowerCase().replace(/\.[^/]+(?=\/)/, ""); // no subject class
  return id.includes("-") ? id : id.replace(HYPHENED, "$1-$2/");
}

const isArxivDoi = (doi) => /^10\.48550\//.test(doi);

// What may be identifiers in a query: their bare forms, and what kinds they are. `isWord`: whether it may be a word as well.
export function identifiers(query) {
  const text = query.replace(/\p{Cf}/gu, "").trim();
  const words = text.split(/\s+/);
  const dois = words.flatMap(doisIn).filter((doi) => !isArxivDoi(doi));
  const besides = words.map((word) => word.replace(DOI, (doi) => (isArxivDoi(doi) ? doi : ""))).join(" ");
  const ids = [...besides.matchAll(ARXIV)].map(([found]) => arxivOf(found));
  const cited = [...text.matchAll(CITED)].flatMap(([, list, key]) => (key ? [key] : list.split(/[\s,]+/)));
  const alone = text.replace(AROUND, "");
  return [
    ...dois.map((name) => ({ kind: marked("DOI"), name })),
    ...ids.map((name) => ({ kind: marked("arXiv ID"), name })),
    ...cited.filter(Boolean).map((key) => ({ kind: marked("citation key"), name: key.toLowerCase() })),
    ...(/^[^\s{}[\],@]{2,120}$/.test(alone) ? [{ kind: marked("citation key"), name: alone.toLowerCase(), isWord: true }] : []),
  ];
}
