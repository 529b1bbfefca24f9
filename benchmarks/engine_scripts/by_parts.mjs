// Engines that load parts of an index. Each: `ready(folder, resolve)` to what answers a query, as in `in_memory.mjs`, with ids.

import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { load, packed, scripts } from "./loaded.mjs";
import { MOST, WEIGHTS, words } from "./queries.mjs";

const imported = (file) => import(pathToFileURL(file).href);

export const conspectus = {
  async ready(folder) {
    const assets = path.join(folder, "assets");
    const script = fs.readdirSync(assets).find((name) => /^search-index\.\w+\.js$/.test(name));
    scripts(path.join(assets, script));
    const { find, ids } = await imported(path.join(assets, script));
    let last = {};
    return {
      every: async (query) => (last = { query, ...await find(query) }).results.map(({ number }) => number),
      any: async (query) => (last.query === query ? last : await find(query)).partial.map(({ number }) => number),
      ids: (numbers) => ids(numbers.map((number) => ({ number }))),
    };
  },
};

export const pagefind = {
  async ready(folder) {
    const script = path.join(folder, "pagefind.js");
    load(packed(fs.readFileSync(script)));
    const engine = await imported(script);
    await engine.options({ basePath: `${folder}/`, noWorker: true });
    const shown = async ({ id }) => JSON.parse(await stored(folder, id)).url.replace(/^\/|\.html$/g, "");
    return { every: async (query) => (await engine.search(query)).results, any: async () => [], ids: (results) => Promise.all(results.map(shown)) };
  },
};

async function stored(folder, id) {
  const { gunzipSync } = await import("node:zlib");
  const data = gunzipSync(fs.readFileSync(path.join(folder, "fragment", `${id}.pf_fragment`)));
  return data.subarray(data.indexOf("{")).toString();
}

// SQLite as WebAssembly, reading its file by ranges as sqlite-wasm-http does. That library comes with an SQLite of its own, four
// times as large; with the current one it needs the old name of a function.
export const sqlite = {
  imports: ["@sqlite.org/sqlite-wasm", "sqlite-wasm-http/dist/vfs-sync-http.js"],
  async ready(folder, resolve) {
    load(packed(fs.readFileSync(resolve("@sqlite.org/sqlite-wasm/dist/sqlite3.wasm"))));
    const { default: start } = await imported(resolve("@sqlite.org/sqlite-wasm/dist/node.mjs"));
    const { installSyncHttpVfs } = await imported(resolve("sqlite-wasm-http/dist/vfs-sync-http.js"));
    const engine = await start({ print() {}, printErr: console.error });
    const { dbCtorHelper } = engine.oo1.DB;
    dbCtorHelper.setVfsPostOpenSql ??= dbCtorHelper.setVfsPostOpenCallback;
    installSyncHttpVfs(engine, { cacheSize: 1 << 18, maxPageSize: 4096 });
    const database = new engine.oo1.DB({ filename: path.join(folder, "words.db"), flags: "r", vfs: "http" });
    database.exec("PRAGMA cache_size = -65536");
    const weights = Object.values(WEIGHTS).join(", ");
    const select = `SELECT rowid FROM papers WHERE papers MATCH ? ORDER BY bm25(papers, ${weights}) LIMIT ${MOST}`;
    const begun = (word) => (word.length > 2 ? `"${word}"*` : `"${word}"`);
    const parts = (query) => query.match(/"[^"]+"/g) ?? words(query).map(begun);
    const asked = (query, by) => (words(query).length ? database.selectValues(select, [parts(query).join(by)]) : []);
    return { every: (query) => asked(query, " AND "), any: (query) => asked(query, " OR ") };
  },
};
