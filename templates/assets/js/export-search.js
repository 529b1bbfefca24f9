// Exports what a search found, with the search criteria.

import { inWords } from "./choices.js";
import { exportFound } from "./export.js";
import { gettext } from "./language.js";
import { ids } from "./search-index.js";

// As `exportFound`: `found` is what a search came to, for what the form says.
export async function exportSearch(format, { results, exact }, form) {
  const query = form.elements.q.value.trim();
  const by = exact ? `${gettext(exact.kind)} “${query}”` : gettext("query “%(query)s”", { query });
  const { sort } = form.elements;
  const order = sort.value && sort.selectedOptions[0].textContent;
  return exportFound(format, await ids(results), [query && by, ...inWords(form), order].filter(Boolean));
}
