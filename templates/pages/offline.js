// Answers for pages that a reader downloaded for offline use (see assets/js/offline.js) while there is no network. With a
// network it is always asked first, and stored pages are updated on the way; what search reads is only right together, so
// that is updated by a download alone.

const PATIENCE = 4000; // milliseconds the network has before the stored page is shown instead

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { scope } = self.registration;
  if (request.method !== "GET" || !request.url.startsWith(scope) || request.url.includes("/__conspectus/")) return;
  if (request.headers.has("Conspectus-Download")) return;
  event.respondWith(answer(request, scope));
});

// Whether what is stored is of the edition of the search that is asked for behind an address.
async function isOfEdition(cache, scope, asked) {
  const about = await cache.match(`${scope}data/search.json`, { ignoreVary: true });
  return about?.json().then(({ edition }) => asked === `?${edition}`, () => false);
}

async function answer(request, scope) {
  const cache = await caches.open(`conspectus ${scope}`);
  const { origin, pathname, search } = new URL(request.url);
  const address = origin + pathname; // to ignore what is behind it otherwise, a browser reads all that is stored
  const isOfSearch = /^(?:data|pagefind)\//.test(address.slice(scope.length));
  const isOther = isOfSearch && search && !(await isOfEdition(cache, scope, search));
  const kept = isOther ? undefined : await cache.match(address, { ignoreVary: true });
  const isUpdated = address.startsWith(`${scope}assets/`) || (kept && !isOfSearch);
  const fresh = fetch(request).then((reply) => {
    if (isUpdated && reply.ok && !reply.redirected) cache.put(address, reply.clone()).catch(() => {});
    return reply;
  });
  if (!kept) return fresh.catch(() => (request.mode === "navigate" ? cache.match(`${scope}offline/`) : Response.error()));
  fresh.catch(() => {});
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, kept));
  return Promise.race([fresh.catch(() => kept), late]);
}
