// Whether hits were left out, where not every word that begins as a typed one was looked for.

// No paper may be a hit besides those that were found, if all that have the other words of the query are among them.
export function areNone({ has, lists }) {
  const [first, ...others] = lists.filter((list) => list.areAll).map(({ papers }) => new Set(papers));
  if (!first) return false;
  return [...first].every((number) => has[number] === lists.length || !others.every((papers) => papers.has(number)));
}
