// The search of a built site, run by Node as a browser runs it: `node search.mjs SITE < queries.json`, with a JSON list of
// queries. Writes for each { results, partial, respelled, areAll, note }: ids in the order shown.

import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const site = path.resolve(process.argv[2]);
let bytes = 0;
globalThis.document = { documentElement: { lang: "en" } };
globalThis.fetch = async (url) => {
  const file = fileURLToPath(new URL(url));
  if (!fs.existsSync(file)) return { ok: false, status: 404 };
  const data = fs.readFileSync(file);
  bytes += data.length;
  return { ok: true, json: async () => JSON.parse(data), text: async () => data.toString(), arrayBuffer: async () => data };
};
const script = fs.readdirSync(path.join(site, "assets")).find((name) => /^search-index\.\w+\.js$/.test(name));
const { find, ids } = await import(pathToFileURL(path.join(site, "assets", script)).href);
const queries = JSON.parse(fs.readFileSync(0, "utf8"));
const answers = [];
for (const query of queries) {
  const start = performance.now();
  const { results, partial, respelled, areAll, note } = await find(query);
  const milliseconds = performance.now() - start;
  answers.push({ results: await ids(results), partial: await ids(partial), respelled, areAll, note, milliseconds });
}
console.log(JSON.stringify(answers));
