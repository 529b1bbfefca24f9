// Papers meant by what somebody types: those in a list of proposals, to which search adds what it finds.

import { create } from "./dom.js";

export function addOption(list, id, title) {
  if ([...list.options].some((option) => option.dataset.id === id)) return;
  const option = create("option", { value: title });
  option.dataset.id = id;
  list.append(option);
}

export async function suggest(list, text) {
  if (text.trim().length < 3) return;
  try {
    const { find } = await import("./search-index.js");
    const { results, partial } = await find(text);
    const found = await Promise.all([...results, ...partial].slice(0, 8).map((result) => result.data()));
    for (const { id, meta } of found) addOption(list, id, meta.title);
  } catch {
    // A site may have no search; then the proposals are those that were there.
  }
}

// The ids of those with this title, else with these words in it; else what may be an address or an id itself.

export function idsFor(list, text) {
  const words = text.trim().toLowerCase();
  const options = [...list.options];
  const exact = options.filter((option) => option.value.toLowerCase() === words || option.dataset.id === words);
  const some = exact.length ? exact : options.filter((option) => option.value.toLowerCase().includes(words));
  if (some.length) return some.map((option) => option.dataset.id);
  return [/\/papers\/([^/?#]+)/.exec(text)?.[1] ?? text.trim()];
}
