import { defineConfig, devices } from "@playwright/test";

// `cargo xtask test --only e2e` sets these; by hand, the defaults are good for most systems.
const port = process.env["DUALSTACK_PORT"] ?? "8099";
const chromium = process.env["CHROME"];
const switches = process.env["DUALSTACK_CHROMIUM_SWITCHES"]?.split(" ") ?? [];

export default defineConfig({
    testDir: ".",
    outputDir: "../test-results",
    reporter: [["list"]],
    forbidOnly: true,
    // A flaky test is a bug.
    retries: 0,
    workers: 2,
    // A test waits for conditions, never for a time: these only end one that hangs. The slowest takes 10 s on two idle
    // cores, and a machine may be busy with other things.
    timeout: 180_000,
    expect: { timeout: 30_000 },
    use: {
        ...devices["Desktop Chrome"],
        baseURL: `http://127.0.0.1:${port}/`,
        launchOptions: {
            args: switches,
            ...(chromium === undefined ? {} : { executablePath: chromium }),
        },
        // Follows the test, not the machine.
        locale: "en-US",
        // What a worker answers cannot be held back or refused by a test; the one about it lets it in.
        serviceWorkers: "block",
        timezoneId: "UTC",
        trace: "retain-on-failure",
    },
    webServer: {
        command: `cargo xtask serve --no-build --port ${port}`,
        cwd: "../..",
        url: `http://127.0.0.1:${port}/`,
        timeout: 300_000,
        reuseExistingServer: false,
    },
});
