// Exports what a search found, with the search criteria.

import { exportFound } from "./export.js";
import { gettext } from "./language.js";
import { ids } from "./search-index.js";

// As `exportFound`: `found` is what a search came to, with the criteria that it was asked by, for the form may say others by now.
export async function exportSearch(format, { results, exact, criteria: { query, words, address } }) {
  const by = exact ? `${gettext(exact.kind)} “${query}”` : gettext("query “%(query)s”", { query });
  return exportFound(format, await ids(results), [query && by, ...words].filter(Boolean), address);
}
