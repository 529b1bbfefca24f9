// Makes and asks the search engines that run in JavaScript, with packages installed below MODULES:
//   node engines.mjs make NAME MODULES PAPERS FOLDER WEIGHTS   writes the index of a file of papers (JSON Lines)
//   node engines.mjs ask NAME MODULES PAPERS FOLDER WEIGHTS    reads { kind: [query, …] } and prints, for each kind, what each query
//                                                              loaded, milliseconds of the processor when that is in memory, and ids

import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { createRequire } from "node:module";
import * as byParts from "./by_parts.mjs";
import * as inMemory from "./in_memory.mjs";
import { file, load, taken } from "./loaded.mjs";
import { FIELDS, MOST } from "./queries.mjs";

const [task, name, folderOfModules, papersFile, folder] = process.argv.slice(2, 7).map((word, at) => (at < 2 ? word : path.resolve(word)));
const INDEX = path.join(folder, "index.json");

// The fastest of so many rounds counts; so many queries of a kind are timed.
const ROUNDS = 3;
const TIMED = 24;

const library = inMemory[name];

const required = createRequire(path.join(folderOfModules, "package.json"));
const resolve = (file) => path.join(folderOfModules, "node_modules", file);

// The bytes, packed, of some packages as one script that a browser can load.
function bundle(packages) {
  const contents = packages.map((name, at) => `export * as m${at} from "${name}";`).join("\n");
  const options = { bundle: true, minify: true, format: "esm", platform: "browser", write: false, logLevel: "error" };
  const { outputFiles } = required("esbuild").buildSync({ ...options, stdin: { contents, resolveDir: folderOfModules } });
  return zlib.gzipSync(outputFiles[0].contents, { level: 9 }).length;
}

function papers() {
  const lines = fs.readFileSync(papersFile, "utf8").trim().split("\n");
  const joined = (value) => (Array.isArray(value) ? value.join(", ") : value ?? "");
  return lines.map((line, number) => {
    const paper = JSON.parse(line);
    return { number, ...Object.fromEntries(FIELDS.map((field) => [field, joined(paper[field])])) };
  });
}

// Says seconds of the processor, and MiB by which the peak grew, beyond the papers themselves.
async function make() {
  fs.mkdirSync(folder, { recursive: true });
  const [modules, read] = [library.imports.map(required), papers()];
  const [began, before] = [process.cpuUsage(), process.resourceUsage().maxRSS];
  fs.writeFileSync(INDEX, await library.make(...modules, read));
  return `${milliseconds(began) / 1000} ${(process.resourceUsage().maxRSS - before) / 1024}`;
}

// Counts what a browser loads to begin with, and returns what gets the engine ready.
function loaded() {
  if (library) {
    load(bundle(library.imports));
    const text = file(INDEX).toString();
    return () => library.ready(...library.imports.map(required), text);
  }
  const engine = byParts[name.split("-")[0]];
  if (engine.imports) load(bundle(engine.imports.map((name) => (name.endsWith(".js") ? resolve(name) : name))));
  return () => engine.ready(folder, resolve);
}

async function answered(engine, query) {
  const every = await engine.every(query);
  const any = every.length < MOST && /\s/.test(query.trim()) ? (await engine.any(query)).filter((one) => !every.includes(one)) : [];
  return { every: every.slice(0, MOST), any: any.slice(0, MOST) };
}

const milliseconds = (since) => (({ user, system }) => (user + system) / 1000)(process.cpuUsage(since));

async function ask() {
  const kinds = JSON.parse(fs.readFileSync(0, "utf8"));
  const ready = loaded();
  const began = process.cpuUsage();
  const engine = await ready();
  const opening = milliseconds(began);
  const ids = fs.readFileSync(papersFile, "utf8").trim().split("\n").map((line) => JSON.parse(line).id);
  // SQLite numbers rows from one
  const named = engine.ids ?? ((numbers) => numbers.map((number) => ids[number - (library ? 0 : 1)]));
  const answers = {};
  for (const [kind, queries] of Object.entries(kinds)) {
    const loaded = [];
    const found = [];
    for (const query of queries) {
      found.push(await answered(engine, query));
      loaded.push(taken());
    }
    let best = Infinity;
    for (let round = 0; round < ROUNDS; round++) {
      const [start, timed] = [process.cpuUsage(), queries.slice(0, TIMED)];
      for (const query of timed) await answered(engine, query);
      best = Math.min(best, milliseconds(start) / timed.length);
    }
    taken();
    const shown = [];
    for (const { every, any } of found) shown.push({ every: await named(every), any: await named(any) });
    taken();
    answers[kind] = { loaded, milliseconds: best, shown };
  }
  return JSON.stringify({ opening, answers });
}

// engines may have started what would run on
process.stdout.write(`${await { make, ask }[task]()}\n`, () => process.exit(0));
