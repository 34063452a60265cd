// A service worker: keeps what the page has loaded, so that it opens without a network.
const CACHE = "dualstack-planner";
// A name with a hash of the content is never asked for a second time.
const HASHED = /-[0-9a-f]{16}\.\w+$/;

const isOwn = (url) => new URL(url).origin === location.origin;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

// What was loaded before the worker was there.
addEventListener("message", (event) => {
  event.waitUntil(
    caches.open(CACHE).then(async (cache) => {
      for (const url of event.data.filter(isOwn)) {
        if ((await cache.match(url)) === undefined) await cache.add(url).catch(() => {});
      }
    }),
  );
});

/** A page is asked for each time. When it has changed, nothing that the old one named is kept. */
async function page(request) {
  const cache = await caches.open(CACHE);
  const url = request.url.split("#")[0];
  let response;
  try {
    response = await fetch(request);
  } catch (error) {
    const kept = await cache.match(url, { ignoreSearch: true });
    if (kept === undefined) throw error;
    return kept;
  }
  if (response.ok) {
    const [old, now] = [await cache.match(url), response.clone()];
    if (old !== undefined && (await old.text()) !== (await response.clone().text())) {
      for (const key of await cache.keys()) await cache.delete(key);
    }
    await cache.put(url, now);
  }
  return response;
}

async function file(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept !== undefined && HASHED.test(new URL(request.url).pathname)) return kept;
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    if (kept === undefined) throw error;
    return kept;
  }
}

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !isOwn(request.url)) return;
  event.respondWith(request.mode === "navigate" ? page(request) : file(request));
});
