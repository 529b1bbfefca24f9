// The search of a built site, run by Node as a browser runs it: `node search.mjs SITE < queries.json`, with a JSON list of
// queries. Writes for each { results, partial, respelled, areAll, note, milliseconds, loaded }: ids in the order shown, and which files were.

import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const site = path.resolve(process.argv[2]);
let loaded = [];
globalThis.document = { documentElement: { lang: "en" } };
globalThis.fetch = async (url) => {
  const file = fileURLToPath(new URL(url));
  if (!fs.existsSync(file)) return { ok: false, status: 404 };
  const data = fs.readFileSync(file);
  loaded.push(path.relative(site, file));
  return { ok: true, json: async () => JSON.parse(data), text: async () => data.toString(), arrayBuffer: async () => data };
};
const script = fs.readdirSync(path.join(site, "assets")).find((name) => /^search-index\.\w+\.js$/.test(name));
const { find, ids } = await import(pathToFileURL(path.join(site, "assets", script)).href);
const queries = JSON.parse(fs.readFileSync(0, "utf8"));
const answers = [];
for (const query of queries) {
  const start = performance.now();
  loaded = [];
  const { results, partial, respelled, areAll, note } = await find(query);
  const milliseconds = performance.now() - start;
  answers.push({ results: await ids(results), partial: await ids(partial), respelled, areAll, note, milliseconds, loaded });
}
console.log(JSON.stringify(answers));
