// What is shown of the text of a paper that was found, field by field.

import { excerpt, has, highlighted } from "./highlight.js";
import { gettext, labelled } from "./language.js";

// What a paper's page says besides title and summary, as it is called there.
const OTHERS = [
  ["note", gettext("Editor’s note")], ["results", gettext("Reported results")], ["keywords", gettext("Keywords:")],
  ["abstract", gettext("Abstract")],
];
const MOST_OTHERS = 2;

// The pieces in which a paper has what is meant, field by field; without any, how its summary or abstract begins.
export function excerpts({ meta }, isMeant, length = 30) {
  const lead = meta.summary ? "summary" : "abstract";
  const first = meta[lead] ? [excerpt(meta[lead], isMeant, length)] : [];
  const more = OTHERS.filter(([field]) => field !== lead && meta[field] && has(meta[field], isMeant)).slice(0, MOST_OTHERS);
  return [...first, ...more.map(([field, name]) => [labelled(name.replace(/[:：]$/, "")), ...excerpt(meta[field], isMeant, length)])];
}

// Whether one of a place's names has what is meant; and what it is called, with that name behind it if it is another one.
export const isMet = ({ title, also }, isMeant) => [title, ...also].some((name) => has(name, isMeant));

export function placeName({ name, title, also }, isMeant) {
  const called = name ?? title;
  const other = [called, title, ...also].find((each) => has(each, isMeant)) ?? called;
  return highlighted(other === called ? called : `${called} (${other})`, isMeant);
}

// A title is declared to be in another language than the page, if it is.
export function declare(element, language) {
  if (language) Object.assign(element, { lang: language, dir: "auto" });
}
