import { defineConfig, devices } from "@playwright/test";

const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const isRoot = process.getuid?.() === 0;

/**
 * End-to-end tests: real Chromium against the production build in `.next-e2e`. Each file starts the instance it needs
 * through e2e/support/instance.ts. No retries unless they are asked for: a test that passes at the second try has found
 * something (docs/decisions/0038-a-journey-may-be-tried-twice.md).
 */
export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  workers: 3,
  retries: Number(process.env.PLAYWRIGHT_RETRIES ?? "0"),
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: "line",
  use: {
    ...devices["Desktop Chrome"],
    launchOptions: {
      executablePath,
      args: [
        // Chromium's sandbox does not run as root.
        ...(isRoot ? ["--no-sandbox"] : []),
        // Containers often have a tiny /dev/shm.
        "--disable-dev-shm-usage",
        // Nothing may leave this machine: what a page loads from elsewhere must fail, and the browser stays silent.
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-domain-reliability",
        "--disable-sync",
        "--no-first-run",
        "--no-pings",
      ],
    },
    // A trace of every test costs a quarter of its time: asked for by whoever looks for a failure.
    trace: process.env.PLAYWRIGHT_TRACE === "on" ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
  },
});
