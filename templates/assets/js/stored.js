// What lists show of a paper: as the build wrote it into data/results/, or as Pagefind stored it when it read the paper's page.

import { json, once, root } from "./survey.js";

const MAGIC = "pagefind_dcd".length;
const AFTER_HEADING = "___END_PAGEFIND_WEIGHT___ "; // which Pagefind (1.5.2) leaves in a text that has headings

// The ids of all papers, by their numbers.
export const order = () => json("data/order.json");

const names = () => once("names", async () => {
  const ids = await json("pagefind/papers.json");
  return new Map(Object.entries(ids).map(([name, id]) => [id, name]));
});

// Ask for what is needed besides to read what is stored, before it is known which of it is shown.
export const expected = (survey) => survey.results || void Promise.all([order(), names()]).catch(() => null);

async function fragment(name) {
  const reply = await fetch(new URL(`pagefind/fragment/${name}.pf_fragment`, root));
  if (!reply.ok) throw new Error(`${reply.status} ${name}`);
  const bytes = new Uint8Array(await reply.arrayBuffer());
  if (bytes[0] !== 0x1f) return new TextDecoder().decode(bytes.slice(MAGIC)); // a host has unpacked it
  const plain = new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
  return new TextDecoder().decode(new Uint8Array(await plain.arrayBuffer()).slice(MAGIC));
}

async function byPagefind(number) {
  const id = (await order())[number];
  const name = await names().then((known) => known.get(id), () => null);
  if (!name) return (await import("./from-page.js")).fromPage(id);
  const { meta, filters, anchors } = JSON.parse((await fragment(name)).replaceAll(AFTER_HEADING, ""));
  return { id, meta, filters, links: anchors.map((anchor) => anchor.id) };
}

async function byBuild(number, perFile) {
  const papers = await json(`data/results/${Math.floor(number / perFile)}.json`);
  return papers[number % perFile];
}

async function read(number) {
  const { results } = await json("data/search.json");
  const paper = await (results ? byBuild(number, results) : byPagefind(number));
  return { ...paper, url: new URL(`papers/${paper.id}/`, root).pathname };
}

// A paper, by its number, as a result; `words`: those that it was found by.
export const stored = (number, words) =>
  ({ number, data: async () => ({ ...(await once(`paper ${number}`, () => read(number))), words }) });
