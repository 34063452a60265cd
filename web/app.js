// Loads the planner, and stays in charge when it stops: a panic in WebAssembly leaves its module unusable, so what
// is said then, and what can be done, does not depend on it.
const PLAN_KEY = "dualstack-planner.plan";
const KEPT_KEY = "dualstack-planner.plan-before-bug";
// Which of the plans that are kept in this browser this tab has, and which one a new tab opens with.
const OPEN_KEY = "dualstack-planner.kept";
const LAST_KEY = "dualstack-planner.last";

const element = (id) => document.getElementById(id);

// What the planner had last, for browsers that store nothing.
let lastPlan = "";

function storedPlan() {
  try {
    return sessionStorage.getItem(PLAN_KEY) || lastPlan;
  } catch {
    return lastPlan;
  }
}

// Fields that somebody has typed into, also where they are not shown any more. The plan's own is stored.
const fields = new Set();
addEventListener("input", ({ target }) => {
  if (target.matches("textarea:not(#dsp-source), input:not([type=checkbox], [type=radio], [type=range])")) fields.add(target);
});

let failed = false;

function fail(report) {
  if (failed) return;
  failed = true;
  element("dsp-failure-report").textContent = String(report);
  const typed = [...fields].filter(({ value }) => value !== "");
  const name = ({ id, labels }) => labels[0]?.textContent || id;
  element("dsp-failure-typed").textContent = typed.map((field) => `${name(field)}: ${field.value}`).join("\n");
  element("dsp-failure-typed").parentElement.hidden = typed.length === 0;
  element("dsp-app").inert = true;
  element("dsp-failure").hidden = false;
  element("dsp-failure").scrollIntoView();
  element("dsp-failure-reload").focus();
}

element("dsp-failure-reload").addEventListener("click", () => location.reload());
// The planner stores the plan when the page goes; one that has stopped must not, or it could never be left behind.
addEventListener("pagehide", (event) => failed && event.stopImmediatePropagation());
element("dsp-failure-save").addEventListener("click", () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([storedPlan()], { type: "application/yaml" }));
  link.download = "plan.yaml";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
});
element("dsp-failure-fresh").addEventListener("click", () => {
  try {
    // Not thrown away: whoever started afresh by mistake finds it here.
    sessionStorage.setItem(KEPT_KEY, storedPlan());
    sessionStorage.removeItem(PLAN_KEY);
    sessionStorage.removeItem(OPEN_KEY);
    localStorage.removeItem(LAST_KEY);
  } catch {
    // No storage: the page starts with the example anyway.
  }
  history.replaceState(null, "", location.pathname + location.search);
  location.reload();
});

// Sent by the panic hook, before the trap.
addEventListener("dualstack-panic", ({ detail: [report, plan] }) => {
  lastPlan = plan;
  fail(report);
});
addEventListener("error", (event) => {
  if (event.error instanceof WebAssembly.RuntimeError || event.error instanceof RangeError) fail(event.error.stack);
});

/** What the engine and the page say in a language that is not compiled in. `texts.js` is made by `cargo xtask build`. */
async function readTexts(language) {
  const { texts } = await import("./texts.js");
  return Promise.all(
    texts[language].map(async (file) => {
      const response = await fetch(file);
      if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
      return response.text();
    }),
  );
}

/** What is loaded when it is first wanted, besides the parts of the planner: scripts, and the styles of these parts. */
const later = {
  picture: () => import("./picture.js"),
  plans: () => import("./plans.js"),
  styles: () =>
    new Promise((done, failed) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = new URL("./later.css", import.meta.url);
      link.onload = done;
      link.onerror = failed;
      document.head.append(link);
    }),
};

const coming = {};

function load(name) {
  coming[name] ??= later[name]().catch((error) => {
    delete coming[name];
    throw error;
  });
  return coming[name];
}

/** The one script that is named at run time. Nothing else makes code or markup of a text: the page demands Trusted Types. */
function worker() {
  const policy = globalThis.trustedTypes?.createPolicy("dualstack-planner", { createScriptURL: () => "./offline.js" });
  return policy?.createScriptURL("") ?? "./offline.js";
}

/** Hands what is loaded without it to the worker that keeps it for times without a network. */
async function keepForOffline() {
  await navigator.serviceWorker.register(worker());
  const { active } = await navigator.serviceWorker.ready;
  active.postMessage([location.href.split("#")[0]]);
  const loaded = new PerformanceObserver((list) => active.postMessage(list.getEntries().map(({ name }) => name)));
  loaded.observe({ type: "resource", buffered: true });
}

// Beside the module, which is larger. Without it the planner reads what is typed.
const bring = import("./bring.js").catch(() => {});

try {
  const planner = await import("./dualstack_web.js");
  await planner.default();
  await bring;
  await planner.mount(element("dsp-app"), readTexts, load);
  // A page opened as a file, or in a browser that keeps nothing, works without it.
  keepForOffline().catch(() => {});
} catch (error) {
  fail(error?.stack ?? error);
}
