// What pages do besides being read: the theme, filters of lists, and links that follow what is edited in a live example.

const KEY = "dualstack-docs-theme";
const theme = document.querySelector("#theme");
theme.value = document.documentElement.dataset.theme ?? "auto";
theme.parentElement.hidden = false;
theme.addEventListener("change", () => {
    const chosen = theme.value;
    if (chosen === "auto") {
        delete document.documentElement.dataset.theme;
    } else {
        document.documentElement.dataset.theme = chosen;
    }
    try {
        localStorage.setItem(KEY, chosen);
    } catch {
        // Without storage it holds for this page.
    }
});

for (const filter of document.querySelectorAll("[data-filter]")) {
    const items = [...document.querySelectorAll(filter.dataset.filter)];
    const shown = filter.closest(".filter").querySelector("output");
    filter.closest(".filter").hidden = false;
    const apply = () => {
        const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
        let count = 0;
        for (const item of items) {
            const text = item.textContent.toLowerCase();
            item.hidden = !words.every((word) => text.includes(word));
            count += item.hidden ? 0 : 1;
        }
        shown.textContent = words.length === 0 ? "" : `${count} ${shown.dataset.unit}`;
    };
    filter.addEventListener("input", apply);
    apply();
}

/** The fragment of a link to the planner: `#v1.` and the text, packed as `web/src/share.rs` reads it. */
async function fragmentOf(plan) {
    const packed = new Blob([plan]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
    const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    return `#v1.${text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** The longest fragment that the planner reads. */
const LONGEST_LINK = 8192;

document.addEventListener("plan-change", async ({ target, detail }) => {
    const link = target.closest?.(".live")?.querySelector(".open a");
    const fragment = await fragmentOf(detail.plan);
    if (link && fragment.length <= LONGEST_LINK) {
        const [, view = ""] = link.hash.split(/(&.*)/s);
        link.href = `${link.href.split("#")[0]}${fragment}${view}`;
    }
});
