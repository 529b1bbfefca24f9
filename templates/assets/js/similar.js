// Partial matches in a better order: a paper that is like others that match comes sooner. Which papers' texts are similar is
// what the build worked out: generator/conspectus/components/similar_texts.py says how.

import { json, once } from "./survey.js";
import { summed, unpacked } from "./word-index.js";

// By six public collections of abstracts with judged questions (benchmarks/retrieval.py): of how many of its most relevant
// neighbors a paper's weight takes which share.
const [MOST, SHARE] = [4, 0.12];

// For each paper, the numbers of those that are similar.
const neighbors = () => once("neighbors", async () => {
  const newer = await json("data/similar.json");
  const all = newer.map(() => []);
  for (const [number, packed] of newer.entries()) {
    for (const distance of summed(unpacked(packed))) {
      all[number].push(number + distance);
      all[number + distance].push(number);
    }
  }
  return all;
});

// Papers, the best first. `weights`: of each how much it matches; `hits`: papers besides that these may be like.
export async function reordered(numbers, hits, weights) {
  const near = await neighbors();
  const known = new Set([...hits, ...numbers]);
  const lifted = new Map(numbers.map((number) => {
    const others = near[number].filter((other) => known.has(other)).map((other) => weights[other]);
    const best = others.sort((a, b) => b - a).slice(0, MOST);
    return [number, weights[number] + SHARE * best.reduce((sum, weight) => sum + weight, 0)];
  }));
  return [...numbers].sort((a, b) => lifted.get(b) - lifted.get(a) || b - a);
}
