// What results show of papers: in files of the site, or stored by Pagefind.

import { json, once, root } from "./survey.js";

const MAGIC = "pagefind_dcd".length;

// The ids of all papers, by their numbers.
export const order = () => json("data/order.json");

const names = () => json("pagefind/stored.json");

// Ask for what is needed besides to read what is stored, before it is known which of it is shown.
export const expected = (survey) => survey.pagefind && void names().catch(() => null);

async function byPagefind(path) {
  const reply = await fetch(new URL(`pagefind/fragment/${(await names())[path]}.pf_fragment`, root));
  if (!reply.ok) throw new Error(`${reply.status} ${path}`);
  let bytes = new Uint8Array(await reply.arrayBuffer());
  if (bytes[0] === 0x1f) { // unless a host has unpacked it
    const plain = new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
    bytes = new Uint8Array(await plain.arrayBuffer());
  }
  const { anchors } = JSON.parse(new TextDecoder().decode(bytes.slice(MAGIC)));
  return JSON.parse(decodeURIComponent(anchors[0].id.replaceAll("+", " ")));
}

async function read(number) {
  const survey = await json("data/search.json");
  const path = `data/results/${Math.floor(number / survey.results)}.json`;
  const papers = await (survey.pagefind ? once(path, () => byPagefind(path)) : json(path));
  const paper = papers[number % survey.results];
  return { ...paper, url: new URL(`papers/${paper.id}/`, root).pathname };
}

// A paper, by its number, as a result; `words`: those that it was found by.
export const stored = (number, words) =>
  ({ number, data: async () => ({ ...(await once(`paper ${number}`, () => read(number))), words }) });
