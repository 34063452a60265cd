// Before the first paint: the theme that the reader has chosen.
try {
    const chosen = localStorage.getItem("dualstack-docs-theme");
    if (chosen === "light" || chosen === "dark") {
        document.documentElement.dataset.theme = chosen;
    }
} catch {
    // Without storage the system's theme is shown.
}
