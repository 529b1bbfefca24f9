// Downloads the whole survey for offline use when asked to. Files are found by following links from the front page, as a
// reader would, so that nothing has to be listed and nothing can be forgotten.

import { gettext, number } from "./language.js";

const box = document.querySelector(".offline");
const state = box.querySelector(".offline-state");
const bar = box.querySelector("progress");
const [keep, drop] = box.querySelectorAll("button");
const root = new URL(box.dataset.root, location).href;
const name = `conspectus ${root}`;
const AT_ONCE = 6;

const megabytes = (bytes) => `${number(Math.round(bytes / 1e5) / 10)} MB`;

// Which addresses a file leads to: a page by its links, a script by what it imports.

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

async function follow(address, reply) {
  const type = reply.headers.get("Content-Type") ?? "";
  if (type.startsWith("text/html")) {
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    return [...leads(page, address)];
  }
  if (!type.includes("javascript")) return [];
  return [...(await reply.text()).matchAll(/\b(?:from|import)\s*\(?\s*["'](\.\/[\w.-]+)["']/g)].map((match) => match[1]);
}

async function searchFiles() {
  if (!box.dataset.search) return [];
  const reply = await fetch(`${box.dataset.search}files.json`);
  if (!reply.ok) return []; // a site without a search
  return (await reply.json()).map((file) => new URL(box.dataset.search + file, location).href);
}

async function keepAll() {
  const cache = await caches.open(name);
  const also = [...box.dataset.also.split(" ").map((path) => new URL(path, location).href), ...(await searchFiles())];
  const seen = new Set([root, ...also]);
  const waiting = [...seen];
  let done = 0;
  let bytes = 0;

  async function one(address) {
    const reply = await fetch(address, { cache: "no-cache" });
    if (!reply.ok) throw new Error(`${address}: ${reply.status}`);
    const copy = reply.clone();
    bytes += (await reply.clone().arrayBuffer()).byteLength;
    await cache.put(address, reply);
    for (const found of await follow(address, copy)) {
      const next = wanted(found, address);
      if (next && !seen.has(next)) {
        seen.add(next);
        waiting.push(next);
      }
    }
    done += 1;
    Object.assign(bar, { max: seen.size, value: done });
  }
  async function work() {
    while (waiting.length) await one(waiting.shift());
  }
  await one(waiting.shift()); // so that there is enough to do for all
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  for (const request of await cache.keys()) if (!seen.has(request.url)) await cache.delete(request);
  return { files: done, bytes, when: new Date().toISOString() };
}

function show() {
  const kept = JSON.parse(localStorage.getItem(name) ?? "null");
  drop.hidden = !kept;
  keep.textContent = kept ? gettext("Update offline copy") : gettext("Download for offline use");
  const day = kept && new Date(kept.when).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
  state.textContent = kept
    ? gettext("Downloaded on %(day)s: %(files)s files, %(size)s.", { day, files: kept.files, size: megabytes(kept.bytes) })
    : gettext("Not downloaded to this device.");
}

async function busy(doing, what) {
  keep.disabled = drop.disabled = true;
  bar.hidden = false;
  bar.removeAttribute("value");
  state.textContent = doing;
  try {
    await what();
    show();
  } catch (error) {
    const full = error.name === "QuotaExceededError";
    state.textContent = full
      ? gettext("Not enough storage on this device. Free some space and try again.")
      : gettext("Download failed (%(error)s). Check your connection and try again.", { error: error.message });
  }
  bar.hidden = true;
  keep.disabled = drop.disabled = false;
}

keep.addEventListener("click", () =>
  busy(gettext("Downloading …"), async () => {
    const kept = await keepAll();
    await navigator.serviceWorker.register(box.dataset.worker, { scope: box.dataset.root });
    await navigator.storage?.persist?.();
    localStorage.setItem(name, JSON.stringify(kept));
  }));

drop.addEventListener("click", () =>
  busy(gettext("Removing …"), async () => {
    const worker = await navigator.serviceWorker.getRegistration(root);
    await worker?.unregister();
    await caches.delete(name);
    localStorage.removeItem(name);
  }));

box.hidden = false;
if ("serviceWorker" in navigator && "caches" in window) {
  show();
} else {
  keep.hidden = true;
  state.textContent = gettext("Offline reading needs a secure address (https).");
}
