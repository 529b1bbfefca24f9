// Elements, and text for people.

import { ngettext } from "./language.js";

// milliseconds
const MOMENT = 500;

// An element with its properties, and attributes whose names have a hyphen, and what is in it; text stays text.

export function create(name, fields = {}, ...inside) {
  const element = document.createElement(name);
  for (const [field, value] of Object.entries(fields)) {
    if (field.includes("-")) element.setAttribute(field, value);
    else element[field] = value;
  }
  element.append(...inside);
  return element;
}

// Text as one would say it: a space in a formula is an element of its own, and names that are folded away are left out.

export function plainText(element) {
  const copy = element?.cloneNode(true);
  for (const space of copy?.querySelectorAll("mspace") ?? []) space.append(" ");
  for (const folded of copy?.querySelectorAll(".et-al > span") ?? []) folded.remove();
  return copy?.textContent.replace(/\s+/g, " ").trim() ?? "";
}

// 1 paper, 1,234 papers.

export const counted = (number) => ngettext("%(num)s paper", "%(num)s papers", number);

// Milliseconds without a key until a query is searched for, so that a quick hand has one search for several letters. A word of which
// there are but one or two is rarely whole, and what was found for those before it would go and come back.
export const pauseAfter = (query) => (/\S\s+\S{1,2}$/.test(query) ? 150 : 40);

// Let the browser do what waits, before a script goes on.
export const yielded = () => new Promise((done) => setTimeout(done));

// Says what is waited for, if it takes longer than a moment and is still wanted then; to be cleared when it is there.
export const saidLater = (status, text, isWanted) => setTimeout(() => isWanted() && (status.textContent = text), MOMENT);
