// Stands in for a browser's network: files are read from disk, and what each took is written down, in bytes as hosts send them.

import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { fileURLToPath } from "node:url";

const PACKED = /\.(?:pf_\w+|pagefind)$/;
let log = [];

export const packed = (data) => zlib.gzipSync(data, { level: 9 }).length;
export const load = (bytes) => log.push(bytes);

// What was loaded since this was asked for before: kB, and how many files or ranges of them.
export function taken() {
  const [kB, requests] = [log.reduce((sum, bytes) => sum + bytes, 0) / 1000, log.length];
  log = [];
  return { kB, requests };
}

// A file as a browser reads it whole.
export function file(name) {
  const data = fs.readFileSync(name);
  load(PACKED.test(name) ? data.length : packed(data));
  return data;
}

// All scripts that one leads to, whenever they are asked for.
export function scripts(name, seen = new Set()) {
  if (seen.has(name)) return;
  seen.add(name);
  for (const [, other] of file(name).toString().matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g)) scripts(path.join(path.dirname(name), other), seen);
}

globalThis.document = { documentElement: { lang: "en" }, currentScript: null, querySelector: () => ({ getAttribute: () => "en" }) };
globalThis.window = globalThis;
globalThis.location = { href: "http://localhost/", origin: "http://localhost" };

globalThis.fetch = async (url) => {
  const name = String(url).startsWith("file:") ? fileURLToPath(new URL(url)) : String(url).split("?")[0];
  if (!fs.existsSync(name)) return { ok: false, status: 404 };
  const data = file(name);
  const bytes = async () => data.buffer.slice(data.byteOffset, data.byteOffset + data.length);
  return { ok: true, status: 200, json: async () => JSON.parse(data), text: async () => data.toString(), arrayBuffer: bytes };
};

// Ranges are sent as they are: what is packed cannot be read from its middle.
globalThis.XMLHttpRequest = class {
  open(method, name) {
    Object.assign(this, { method, name });
  }

  setRequestHeader(name, value) {
    if (name === "Range") this.range = /(\d+)-(\d+)/.exec(value).slice(1).map(Number);
  }

  getResponseHeader(name) {
    return { "Content-Length": String(fs.statSync(this.name).size), "Accept-Ranges": "bytes" }[name] ?? null;
  }

  send() {
    if (this.method === "GET") {
      const [from, to] = this.range;
      const data = Buffer.alloc(to - from + 1);
      const opened = fs.openSync(this.name);
      const size = fs.readSync(opened, data, 0, data.length, from);
      fs.closeSync(opened);
      load(size);
      this.response = new Uint8Array(data.subarray(0, size)).buffer;
    }
    this.onload();
  }
};
