// Runs before anything is painted: the theme and the language as they were chosen. The map of the example is shown while the
// planner is on the way, unless it will begin with another plan.
{
  const root = document.documentElement;
  let language = navigator.language;
  let begins = location.hash === "" ? "example" : "own";
  try {
    const kept = (key) => localStorage.getItem(`dualstack-planner.${key}`);
    root.dataset.theme = kept("theme") ?? "system";
    language = kept("language") ?? language;
    if (sessionStorage.getItem("dualstack-planner.plan") !== null || kept("last") !== null) begins = "own";
  } catch {
    // Nothing is kept where storage is denied.
  }
  root.lang = /^ja\b/.test(language) ? "ja" : "en";
  root.dataset.begins = begins;
}
