// A paper's identifier in whatever spelling, as the survey keeps it. model/identifiers.py has the rules and where they
// come from; here they are lenient, because what is meant only counts if the survey has it.

import { marked } from "./language.js";

const ARXIV = new RegExp(
  "^(?:\\S*/(?:abs|pdf|html|format|ps|src|e-print|overview|papers)/|\\S*10\\.48550/arxiv\\.|arxiv:?\\s*)?" +
    "(\\d{4}\\.\\d{4,5}|[a-z]+(?:-[a-z]+)?(?:\\.[a-z]{2}(?:-[a-z]+)?)?/\\d{7})" +
    "(?:v\\d+)?(?:\\.pdf)?(?:\\s*\\[[a-z.-]+\\])?/?(?:[?#]\\S*)?$",
  "i",
);
const HYPHENED = /^(?!math\/|nlin\/)([a-z]+?)(phys|org|geom|sci|ph|an|dyn|lg|gas|mat|ga|qc|ex|lat|th|sol|alg|bio|int|con)\//;

function arxiv(text) {
  const found = ARXIV.exec(text)?.[1].toLowerCase();
  if (!found?.includes("/")) return found;
  const bare = found.replace(/\.[^/]+/, ""); // no subject class
  return bare.includes("-") ? bare : bare.replace(HYPHENED, "$1-$2/");
}

function doi(text) {
  const [, prefix, found] = /^((?:doi:?\s*)?(?:\S*?\/)?)(10\.\d{4,9}(?:\.\d+)*\/\S+)$/i.exec(text) ?? [];
  if (!found) return null;
  let bare = found;
  if (prefix.includes("/")) {
    try {
      bare = decodeURIComponent(found.replace(/[?#].*/, ""));
    } catch {
      // a per cent sign of its own
    }
  }
  const open = (bare.match(/\(/g) ?? []).length;
  const closed = (bare.match(/\)/g) ?? []).length;
  return bare.toLowerCase().replace(closed > open ? /[.,;:)]+$/ : /[.,;:]+$/, "");
}

// As one copies it out of a manuscript: \cite{key}, [@key].
const key = (text) => /^(?:\\\w*cite\w*\{|\[?@)?([^\s{}[\],@]{2,120})[}\]]?$/.exec(text)?.[1].toLowerCase();

// What a query could be the identifier of: its bare form, and what kind it is; null for words.
export function identifier(query) {
  const text = query.trim();
  for (const [kind, form] of [[marked("arXiv ID"), arxiv], [marked("DOI"), doi], [marked("citation key"), key]]) {
    const name = form(text);
    if (name) return { kind, name };
  }
  return null;
}
