/** Finds a Chromium for the end-to-end tests, or brings one. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";

const KNOWN = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * An installed one, else Playwright's own, else Debian's package.
 *
 * @returns {string | undefined} its path; undefined when none can be had (the reasons are printed)
 */
export function ensureChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (starts(named)) return named;
    console.log(`CHROMIUM_PATH is ${named}, which does not start. Looking for another.`);
  }
  return installed() ?? playwrights() ?? debians();
}

function installed() {
  return KNOWN.find((path) => existsSync(path) && starts(path));
}

/** A file that is there may still lack its libraries, or be a stub that asks for a snap. */
function starts(path) {
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}

function playwrights() {
  const require = createRequire(import.meta.url);
  const { chromium } = require("@playwright/test");
  const path = chromium.executablePath();
  if (existsSync(path) && starts(path)) return path;
  console.log("No Chromium is installed. Fetching Playwright's …");
  spawnSync(process.execPath, [require.resolve("@playwright/test/cli"), "install", "chromium"], {
    stdio: "inherit",
    // The download is what is wanted here.
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "" },
    timeout: 600_000,
  });
  return existsSync(path) && starts(path) ? path : undefined;
}

function debians() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    console.log(
      "Install Chromium (Debian: sudo apt-get install chromium) or set CHROMIUM_PATH, and run again.",
    );
    return undefined;
  }
  console.log("Installing Debian's Chromium …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
    spawnSync("apt-get", ["-q", ...args], { stdio: "inherit", env });
  }
  return installed();
}
