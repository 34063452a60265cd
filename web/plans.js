// Plans that are kept in this browser, by name, in IndexedDB. Nothing of them is sent anywhere. Whatever changes is told to
// the tabs of this browser, each of which gets the event `dualstack-plans` with the id of the plan and whether another tab
// has changed it.
const DATABASE = "dualstack-planner";
const PLANS = "plans";
/** What a tab had not stored yet when it was closed: writing to IndexedDB may not end then. */
const UNSAVED = "dualstack-planner.unsaved";
/** A page does not wait longer for a plan that it opens with. */
const PATIENCE_MS = 3000;

const answer = (request) =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

let opened;

function database() {
  opened ??= (async () => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(PLANS, { keyPath: "id" });
    return answer(request);
  })();
  // What failed is tried again by the next call.
  opened.catch(() => (opened = undefined));
  return opened;
}

const plans = async (mode) => (await database()).transaction(PLANS, mode).objectStore(PLANS);

/** What this tab has stored or read last: the same is not stored a second time. */
const stored = new Map();
const content = (text, way) => `${way}\n${text}`;

const channel = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(DATABASE);
const tell = (id, elsewhere) => dispatchEvent(new CustomEvent("dualstack-plans", { detail: [id, elsewhere] }));
channel?.addEventListener("message", ({ data }) => tell(data, true));

function changed(id) {
  channel?.postMessage(id);
  tell(id, false);
}

/** Changes a plan that is there, in one transaction, so that two tabs do not undo each other's changes. */
async function update(id, change, at = Date.now()) {
  const store = await plans("readwrite");
  const plan = await answer(store.get(id));
  if (plan === undefined || plan.changed > at) return false;
  await answer(store.put({ ...plan, ...change, changed: at }));
  return true;
}

async function add(name, text, seed, way) {
  const store = await plans("readwrite");
  const names = new Set((await answer(store.getAll())).map((plan) => plan.name));
  let free = name;
  for (let number = 2; names.has(free); number += 1) free = `${name} ${number}`;
  const id = crypto.getRandomValues(new Uint32Array(4)).join("-");
  await answer(store.put({ id, name: free, text, seed, way, changed: Date.now() }));
  stored.set(id, content(text, way));
  changed(id);
  return [id, free];
}

/** Id, name, time of the last change in milliseconds and number of characters of each plan, the last changed first. */
export async function all() {
  const found = await answer((await plans("readonly")).getAll());
  found.sort((a, b) => b.changed - a.changed);
  return found.map(({ id, name, changed, text }) => [id, name, changed, text.length]);
}

/** Name, text and seed of a plan, and what it is compared with; `undefined` if there is none of that id. */
export async function read(id) {
  const plan = await answer((await plans("readonly")).get(id));
  if (plan === undefined) return undefined;
  // Plans that were kept before anything could be ticked off have none.
  const { name, text, seed, way = "" } = plan;
  stored.set(id, content(text, way));
  return [name, text, seed, way];
}

/** The same for a plan that another tab has changed; `undefined` if it is gone, or if this tab is ahead: the rest is what it has. */
export async function follow(id, text, seed, way) {
  return stored.get(id) === content(text, way) ? read(id) : undefined;
}

/** Stores what a tab had left unsaved. */
async function recover() {
  const left = JSON.parse(localStorage.getItem(UNSAVED) ?? "null");
  localStorage.removeItem(UNSAVED);
  if (left !== null) await update(left.id, { text: left.text, seed: left.seed, way: left.way ?? "" }, left.at);
}

/** The same for the plan that a page opens with, with what a tab had left unsaved. */
export async function restored(id) {
  const late = new Promise((done) => setTimeout(done, PATIENCE_MS));
  const found = recover()
    .catch(() => {})
    .then(() => read(id));
  return Promise.race([found, late]);
}

/** Keeps a plan under a name, or the name with a number behind it where there is one of that name; gives its id and name. */
export const keep = add;

/** Stores a plan that is kept. */
export async function save(id, text, seed, way) {
  if (stored.get(id) === content(text, way)) return;
  stored.set(id, content(text, way));
  if (await update(id, { text, seed, way })) changed(id);
}

/** Stores a plan while the page goes away. */
export function leave(id, text, seed, way) {
  if (stored.get(id) === content(text, way)) return;
  try {
    localStorage.setItem(UNSAVED, JSON.stringify({ id, text, seed, way, at: Date.now() }));
  } catch {
    // Too large, or not allowed: what IndexedDB takes in time is kept.
  }
  save(id, text, seed, way)
    .then(() => localStorage.removeItem(UNSAVED))
    .catch(() => {});
}

export async function rename(id, name) {
  if (await update(id, { name })) changed(id);
}

export async function remove(id) {
  await answer((await plans("readwrite")).delete(id));
  stored.delete(id);
  changed(id);
}

/** Keeps the same plan once more; gives the id and name of the new one. */
export async function duplicate(id) {
  return add(...(await read(id)));
}
