// Answers for pages that a reader downloaded for offline use (see assets/js/offline.js) while there is no network. With a
// network it is always asked first, and the stored copy is updated on the way.

const PATIENCE = 4000; // milliseconds the network has before the stored page is shown instead

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { scope } = self.registration;
  if (request.method !== "GET" || !request.url.startsWith(scope) || request.url.includes("/__conspectus/")) return;
  event.respondWith(answer(request, scope));
});

async function answer(request, scope) {
  const cache = await caches.open(`conspectus ${scope}`);
  const kept = await cache.match(request, { ignoreSearch: true });
  const fresh = fetch(request).then((reply) => {
    if (kept && reply.ok) cache.put(new URL(request.url).pathname, reply.clone());
    return reply;
  });
  if (!kept) return fresh.catch(() => (request.mode === "navigate" ? cache.match(`${scope}offline/`) : Response.error()));
  fresh.catch(() => {});
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, kept));
  return Promise.race([fresh.catch(() => kept), late]);
}
