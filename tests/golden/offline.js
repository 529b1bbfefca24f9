// Answers for pages that a reader has had kept on their device (see assets/js/offline.js) while there is no network.
// With a network it is asked first, always, and what was kept is brought up to date on the way.

const PATIENCE = 4000; // milliseconds that the network has before a page that was kept is shown instead

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
