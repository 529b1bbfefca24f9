// Summaries that were typed and not saved yet. The browser keeps them whatever becomes of panel, page and tab, until they
// are saved or discarded.
const key = (paper) => "conspectus-summary:" + paper;

// What was typed for a paper; null if nothing is left to be saved.
export const draft = (paper) => localStorage.getItem(key(paper));

export const keep = (paper, text) =>
  text === null ? localStorage.removeItem(key(paper)) : localStorage.setItem(key(paper), text);
