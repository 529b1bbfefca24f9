// Downloads the whole survey for offline use when asked to. Files are found by following links from the front page, as a
// reader would, so that nothing has to be listed and nothing can be forgotten.

import { gettext, number } from "./language.js";

const box = document.querySelector(".offline");
const state = box.querySelector(".offline-state");
const bar = box.querySelector("progress");
const [keep, drop] = box.querySelectorAll("button");
const root = new URL(box.dataset.root, location).href;
const name = `conspectus ${root}`;
// What search reads is only right together, so an update keeps it here until it has all of it.
const COMING = `conspectus-coming ${root}`;
const AT_ONCE = 12;
// The addresses that are stored; of tens of thousands, Chromium does not tell a cache's keys.
const LIST = `${root}offline/files.json`;
const PAUSES = [500, 2000, 8000]; // milliseconds
const BUSY = new Set([429, 502, 503, 504]);

const isOfSearch = (address) => /^(?:data|pagefind)\//.test(address.slice(root.length));

const megabytes = (bytes) => `${number(Math.round(bytes / 1e5) / 10)} MB`;

// Which addresses a file leads to: a page by its links, a script by what it imports, a stylesheet by its fonts.

function* leads(page, address) {
  for (const element of page.querySelectorAll("a[href], link[href], script[src], img[src]")) {
    yield element.getAttribute("href") ?? element.getAttribute("src");
  }
  for (const element of page.querySelectorAll("*")) {
    for (const { value } of element.attributes) if (/^\S*\/assets\/\S+$/.test(value)) yield new URL(value, address).href;
  }
}

function wanted(found, address) {
  const url = new URL(found, address);
  const belongs = url.href.startsWith(root) && /\/$|\/(?:assets|images)\/|\/cite\.bib$/.test(url.pathname); // citations are copied too
  return belongs ? url.origin + url.pathname : null;
}

function follow(address, type, text) {
  if (type.startsWith("text/html")) return [...leads(new DOMParser().parseFromString(text, "text/html"), address)];
  if (type.startsWith("text/css")) return [...text.matchAll(/\burl\(["']?([^"')]+)/g)].map((match) => match[1]);
  if (!type.includes("javascript")) return [];
  return [...text.matchAll(/\b(?:from|import)\s*\(?\s*["'](\.\/[\w.-]+)["']/g)].map((match) => match[1]);
}

// A file, whole; where the line fails, it is asked for again. The header tells the worker that no stored copy will do.
async function loaded(address) {
  for (const pause of [...PAUSES, null]) {
    try {
      const reply = await fetch(address, { cache: "no-cache", headers: { "Conspectus-Download": "1" } });
      if (!BUSY.has(reply.status) || pause === null) return { reply, body: await reply.clone().arrayBuffer() };
    } catch (error) {
      if (pause === null) throw error;
    }
    await new Promise((done) => setTimeout(done, pause));
  }
}

async function searchFiles() {
  if (!box.dataset.search) return [];
  const { reply } = await loaded(`${box.dataset.search}files.json`);
  if (!reply.ok) return []; // a site without a search
  return (await reply.json()).map((file) => new URL(box.dataset.search + file, location).href);
}

async function keepAll() {
  const cache = await caches.open(name);
  const before = (await (await cache.match(LIST))?.json()) ?? [];
  await caches.delete(COMING);
  const coming = before.length ? await caches.open(COMING) : cache;
  const also = [...box.dataset.also.split(" ").map((path) => new URL(path, location).href), ...(await searchFiles())];
  const needed = new Set([root, ...also]);
  const seen = new Set(needed);
  const waiting = [...seen];
  const stored = new Set();
  let done = 0;
  let bytes = 0;

  async function one(address) {
    const { reply, body } = await loaded(address);
    if (reply.ok) {
      await (isOfSearch(address) ? coming : cache).put(address, reply);
      stored.add(address);
      bytes += body.byteLength;
      for (const found of follow(address, reply.headers.get("Content-Type") ?? "", new TextDecoder().decode(body))) {
        const next = wanted(found, address);
        if (next && !seen.has(next)) {
          seen.add(next);
          waiting.push(next);
        }
      }
    } else if (reply.status !== 404 || needed.has(address)) throw new Error(`${address}: ${reply.status}`); // a dead link is one with a network too
    done += 1;
    Object.assign(bar, { max: seen.size, value: done });
  }
  async function work() {
    try {
      while (waiting.length) await one(waiting.pop()); // pages before data: they lead to more, and progress goes forward
    } catch (error) {
      waiting.length = 0; // the others stop as well
      throw error;
    }
  }
  await one(waiting.shift()); // so that there is enough to do for all
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (coming !== cache) {
    for (const address of [...stored].filter(isOfSearch)) await cache.put(address, await coming.match(address, { ignoreVary: true }));
  }
  for (const address of before) if (!stored.has(address)) await cache.delete(address);
  await cache.put(LIST, new Response(JSON.stringify([...stored])));
  return { files: stored.size, bytes, when: new Date().toISOString() };
}

async function show() {
  const kept = JSON.parse(localStorage.getItem(name) ?? "null");
  const isPart = !kept && (await caches.has(name));
  drop.hidden = !kept && !isPart;
  keep.textContent = kept ? gettext("Update offline copy") : gettext("Download for offline use");
  const day = kept && new Date(kept.when).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
  state.textContent = kept
    ? gettext("Downloaded on %(day)s: %(files)s files, %(size)s.", { day, files: kept.files, size: megabytes(kept.bytes) })
    : isPart ? gettext("The download was not completed.") : gettext("Not downloaded to this device.");
}

const held = (event) => event.preventDefault(); // leaving the page would end it

async function busy(doing, what) {
  keep.disabled = drop.disabled = true;
  bar.hidden = false;
  bar.removeAttribute("value");
  state.textContent = doing;
  addEventListener("beforeunload", held);
  try {
    await what();
    await show();
  } catch (error) {
    const full = error.name === "QuotaExceededError";
    state.textContent = full
      ? gettext("Not enough storage on this device. Free some space and try again.")
      : gettext("Download failed (%(error)s). Check your connection and try again.", { error: error.message });
  }
  removeEventListener("beforeunload", held);
  bar.hidden = true;
  keep.disabled = drop.disabled = false;
}

keep.addEventListener("click", () =>
  busy(gettext("Downloading …"), async () => {
    const kept = await keepAll().catch(async (error) => {
      if (!localStorage.getItem(name)) await caches.delete(name); // nobody could read a part of it
      throw error;
    }).finally(() => caches.delete(COMING));
    await navigator.serviceWorker.register(box.dataset.worker, { scope: box.dataset.root });
    await navigator.storage?.persist?.();
    localStorage.setItem(name, JSON.stringify(kept));
  }));

drop.addEventListener("click", () =>
  busy(gettext("Removing …"), async () => {
    const worker = await navigator.serviceWorker.getRegistration(root);
    await worker?.unregister();
    await caches.delete(name);
    await caches.delete(COMING);
    localStorage.removeItem(name);
  }));

box.hidden = false;
if ("serviceWorker" in navigator && "caches" in window) {
  show();
} else {
  keep.hidden = true;
  state.textContent = gettext("Offline reading needs a secure address (https).");
}
