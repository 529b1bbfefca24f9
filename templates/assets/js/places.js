// Topics and pages that a query may mean, for the search page and for the box on every page.

import { spellings } from "./folding.js";
import { likeness, misspelt } from "./likeness.js";
import { parsed } from "./query.js";

// of places, as words, each in all its spellings
const namesOf = new WeakMap();

function called(place) {
  if (!namesOf.has(place)) namesOf.set(place, [place.title, ...(place.also ?? [])].map(spellings));
  return namesOf.get(place);
}

const isPerson = ({ url }) => url.startsWith("authors/");

// Topics and pages whose title, or another name of theirs, has all the words, or most of whose words are among them. What a
// query is to be without, or is filtered by, is no name, and initials are those of authors; a slip is only thought of where none has all of them as they stand.
export function places(query, { places }) {
  const wanted = parsed(query).units.flatMap(({ text }) => spellings(text));
  if (!wanted.length) return [];
  const rated = (near) => places.flatMap((place) => called(place).map((title) => {
    const isNear = (word, asked) => word.some((each) => asked.some((other) => near(each, other)));
    const begins = (word, asked) => isPerson(place) && word.some((each) => asked.some((other) => other.length === 1 && each.startsWith(other)));
    const telling = title.filter(([word]) => word.length > 1); // initials alone are nobody's name
    const met = telling.filter((word) => wanted.some((asked) => isNear(word, asked))).length;
    const whole = wanted.every((asked) => title.some((word) => isNear(word, asked) || begins(word, asked)));
    return { place, whole, met, share: met / telling.length };
  })).filter(({ whole, share, met }) => met && (whole || (share > 0.6 && met > 1)));
  const asTyped = rated(likeness);
  const fit = asTyped.some(({ whole }) => whole) ? asTyped : rated((word, asked) => likeness(word, asked) || misspelt(word, asked));
  fit.sort((a, b) => b.whole - a.whole || b.share - a.share || (b.place.count ?? 0) - (a.place.count ?? 0));
  return [...new Set(fit.map(({ place }) => place))];
}
