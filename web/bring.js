// Texts that come from outside, pasted, dropped or chosen as files and folders, are read here and handed to the planner
// as one event. Texts go into a field as always when they are pasted there, unless they are so large that the field would
// freeze the page.
const MOST_BYTES = 16 << 20;
const MOST_FILES = 500;
const LARGE = 1 << 20;
const LARGE_IN_BOX = 64 << 10;
// Folders that hold nothing of a cluster, but much else.
const SKIPPED = ["node_modules", "target"];
const FIELDS = "input, textarea, select, [contenteditable]";
const BOX = "#dsp-box";

const inField = (target) => target instanceof Element && target.closest(FIELDS) !== null;
const inBox = (target) => target instanceof Element && target.closest(BOX) !== null;

function tell(way, texts, refused) {
  dispatchEvent(new CustomEvent("dualstack-brought", { detail: [way, texts, refused] }));
}

/** What a transfer holds besides text. To be asked at once: it is empty after the event. */
function entriesOf(transfer) {
  return [...(transfer?.items ?? [])]
    .filter(({ kind }) => kind === "file")
    .map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile())
    .filter((entry) => entry !== null);
}

const promised = (call) => new Promise((done, failed) => call(done, failed));

async function* filesBelow(entry) {
  if (entry.name.startsWith(".") || SKIPPED.includes(entry.name)) return;
  if (entry.isFile) {
    yield [entry.fullPath.replace(/^\//, ""), await promised((done, failed) => entry.file(done, failed))];
    return;
  }
  const reader = entry.createReader();
  const inside = [];
  // Browsers give a hundred entries at a time.
  for (let part; (part = await promised((done, failed) => reader.readEntries(done, failed))).length > 0; ) {
    inside.push(...part);
  }
  inside.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const below of inside) yield* filesBelow(below);
}

async function* filesOf(entries) {
  for (const entry of entries) {
    if (entry instanceof File) yield [entry.name, entry, false];
    else if (entry.isFile) yield [entry.name, await promised((done, failed) => entry.file(done, failed)), false];
    else for await (const [name, file] of filesBelow(entry)) yield [name, file, true];
  }
}

/** The text of a file: UTF-8, or UTF-16 with its mark, as PowerShell writes it. */
function decoded(bytes) {
  const [first, second] = bytes;
  const is = (a, b) => first === a && second === b;
  const text = new TextDecoder(is(0xff, 0xfe) ? "utf-16le" : is(0xfe, 0xff) ? "utf-16be" : "utf-8", { fatal: true }).decode(bytes);
  if (text.includes("\0")) throw new TypeError("binary");
  return text;
}

async function bring(way, entries) {
  const texts = [];
  const refused = [];
  let bytes = 0;
  try {
    for await (const [name, file, ofFolder] of filesOf(entries)) {
      bytes += file.size;
      if (bytes > MOST_BYTES) {
        refused.push([name, "too-large"]);
        break;
      }
      if (texts.length === MOST_FILES) {
        refused.push([name, "too-many"]);
        break;
      }
      try {
        texts.push([name, decoded(new Uint8Array(await file.arrayBuffer()))]);
      } catch (error) {
        // An image or an archive beside the files of a folder is none of them.
        if (error instanceof TypeError) {
          if (!ofFolder) refused.push([name, "not-text"]);
        } else refused.push([name, "unreadable"]);
      }
    }
  } catch {
    refused.push(["", "unreadable"]);
  }
  tell(way, texts, refused);
}

addEventListener("paste", (event) => {
  const data = event.clipboardData;
  const entries = entriesOf(data);
  const text = data?.getData("text/plain") ?? "";
  if (text !== "") {
    const stays = inBox(event.target)
      ? event.target.value !== "" && text.length <= LARGE_IN_BOX
      : inField(event.target) && text.length <= LARGE;
    if (stays) return;
    event.preventDefault();
    if (text.length > MOST_BYTES) tell("paste", [], [["", "too-large"]]);
    else tell("paste", [[null, text]], []);
  } else if (entries.length > 0) {
    event.preventDefault();
    void bring("paste", entries);
  }
});

const dropping = (is) => document.documentElement.toggleAttribute("data-dropping", is);
const has = (event, type) => event.dataTransfer?.types.includes(type) ?? false;
const isOurs = (event) => has(event, "Files") || (has(event, "text/plain") && !inField(event.target));

addEventListener("dragover", (event) => {
  if (!isOurs(event)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = "copy";
  dropping(true);
});
addEventListener("dragleave", (event) => {
  if (event.relatedTarget === null) dropping(false);
});
addEventListener("drop", (event) => {
  dropping(false);
  // Into a field, a large text would freeze the page.
  const isLarge = (event.dataTransfer?.getData("text/plain").length ?? 0) > LARGE;
  if (!isOurs(event) && !isLarge) return;
  event.preventDefault();
  const entries = entriesOf(event.dataTransfer);
  if (entries.length > 0) void bring("drop", entries);
  else tell("drop", [[null, event.dataTransfer.getData("text/plain")]], []);
});

addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLInputElement && target.type === "file")) return;
  const files = [...target.files];
  // The same file can be chosen again.
  target.value = "";
  if (files.length > 0) void bring("open", files);
});
