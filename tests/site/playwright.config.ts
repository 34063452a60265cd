import { defineConfig, devices } from "@playwright/test";

// `cargo xtask test --only site` sets these.
const chromium = process.env["CHROME"];
const switches = process.env["DUALSTACK_CHROMIUM_SWITCHES"]?.split(" ") ?? [];

export default defineConfig({
    testDir: ".",
    outputDir: "../test-results",
    reporter: [["list"]],
    forbidOnly: true,
    retries: 0,
    fullyParallel: true,
    workers: 2,
    // Conditions, never times: these only end what hangs, on machines that are busy.
    timeout: 300_000,
    expect: { timeout: 30_000 },
    use: {
        ...devices["Desktop Chrome"],
        // Nobody listens there: tests answer with the files of the site, which lies in some folder of its host.
        baseURL: "http://localhost:4/some/where/",
        launchOptions: {
            args: switches,
            ...(chromium === undefined ? {} : { executablePath: chromium }),
        },
        locale: "en-US",
        serviceWorkers: "block",
        timezoneId: "UTC",
        trace: "retain-on-failure",
    },
});
