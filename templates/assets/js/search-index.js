// Finding papers, by words and by identifier, for the search page and for the box on every page. Pagefind (1.5.2) finds
// words; that a question finds what has most of its words, and an identifier its paper, is ours.

import { json, once, root } from "./survey.js";
import { matches, telling, words } from "./words.js";

const bundle = new URL("pagefind/", root);

export const engine = () => once("engine", async () => {
  const pagefind = await import(`${bundle.href}pagefind.js`);
  await pagefind.options({ bundlePath: bundle.pathname, baseUrl: root.pathname });
  await pagefind.filters(); // without it results come without counts
  return pagefind;
});

// The ids of results, all at once: each on its own would be a file to fetch.
export async function ids(results) {
  const names = await json("pagefind/papers.json");
  return results.map((result) => result.id ?? names[result.name]);
}

// The paper that a query is the identifier of, as a result; null for what has more words than an identifier.
async function identified(query) {
  if (!query || query.split(/\s+/).length > 3) return null;
  return (await import("./lookup.js")).identified(query);
}

const found = (result, words = result.words) => ({
  name: result.id,
  data: async () => {
    const { url, meta, filters, anchors, content } = await result.data();
    const id = decodeURIComponent(url.split("/").at(-2));
    return { id, url, meta, filters, links: anchors.map((anchor) => anchor.id), content, words };
  },
});

const fits = (paper, filters) => Object.entries(filters).every(([name, { any, none = [] }]) => {
  const values = paper.filters[name] ?? [];
  return (!any || any.some((value) => values.includes(value))) && !none.some((value) => values.includes(value));
});

// Papers that have at least half of the words, those with more of them first.
async function most(index, wanted, asked) {
  const lists = await Promise.all(wanted.map((word) => index.search(word, asked)));
  const papers = new Map();
  for (const result of lists.flatMap((list) => list.results)) {
    const one = papers.get(result.id) ?? { result, hits: 0, score: 0, words: [] };
    papers.set(result.id, one);
    one.hits += 1;
    one.score += result.score;
    one.words.push(...result.words);
  }
  const enough = [...papers.values()].filter((one) => one.hits * 2 >= wanted.length);
  enough.sort((a, b) => b.hits - a.hits || b.score - a.score);
  if (asked.sort) {
    const all = await index.search(null, asked);
    const place = new Map(all.results.map((result, at) => [result.id, at]));
    enough.sort((a, b) => place.get(a.result.id) - place.get(b.result.id));
  }
  return enough.map((one) => found(one.result, one.words));
}

// In quotes Pagefind takes words for a phrase where they stand in the text, but not in titles and names.
async function phrased(results, query) {
  const phrase = words(query).join(" ");
  const right = await Promise.all(results.map(async (result) => {
    if (result.words.length) return true;
    const { meta } = await result.data();
    return Object.values(meta).some((said) => words(said).join(" ").includes(phrase));
  }));
  return results.filter((_, at) => right[at]);
}

// Papers found by words: all of them have all of the words or, where none has, most of those that say something.
async function worded(query, asked) {
  const index = await engine();
  const all = await index.search(query || null, asked);
  const unfiltered = all.unfilteredResultCount;
  if (/^".+"$/.test(query)) {
    const right = await phrased(all.results, query);
    const counts = right.length === all.results.length ? all.filters : null;
    return { results: right.map((result) => found(result)), counts, unfiltered: Math.max(unfiltered, right.length) };
  }
  const wanted = telling(query);
  if (!query || unfiltered || !wanted.length) {
    return { results: all.results.map((result) => found(result)), counts: all.filters, unfiltered };
  }
  const results = await most(index, wanted, asked);
  const others = results.length ? results : await most(index, wanted, {});
  return { results, counts: null, unfiltered: others.length, most: wanted.length > 1 && results.length > 0 };
}

// What a search comes to. `results`: each with `data()`, which is the paper as a card shows it; `exact`: what the query is,
// if it is the identifier of the first of them; `most`: none has all of the words; `counts`: how many papers each value of
// a filter has among them, null if that is not known; `unfiltered`: how many there would be without filters.
export async function find(query, filters = {}, sort = undefined) {
  const one = await identified(query).catch(() => null);
  const exact = one && fits(await one.data(), filters) ? one.exact : null;
  if (one && one.exact.kind !== "citation key") {
    return { results: exact ? [one] : [], exact, counts: null, unfiltered: 1 };
  }
  const said = await worded(query, { filters, ...(sort && { sort }) });
  if (!exact) return { ...said, exact };
  const names = await ids(said.results);
  const others = said.results.filter((_, at) => names[at] !== one.id);
  const counts = others.length < said.results.length ? said.counts : null;
  return { ...said, results: [one, ...others], exact, counts };
}

// Topics and pages whose title has all the words, or most of whose title is among them; the fullest match first.
export function places(query, { places }) {
  const wanted = telling(query);
  const rated = places.map((place) => {
    const title = words(place.title);
    const met = title.filter((word) => matches(word, wanted)).length;
    const whole = wanted.every((word) => title.some((other) => matches(other, [word])));
    return { place, whole, met, share: met / title.length };
  });
  const fit = rated.filter(({ whole, share, met }) => met && (whole || (share > 0.6 && met > 1)));
  fit.sort((a, b) => b.whole - a.whole || b.share - a.share || (b.place.count ?? 0) - (a.place.count ?? 0));
  return fit.map(({ place }) => place);
}
