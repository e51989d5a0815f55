/** `npm run screenshots`: the README's pictures, and every page in light and dark for looking at. */
import { bootstrap, root } from "./bootstrap.mjs";

await bootstrap();
const { ensureChromium } = await import("./chromium.mjs");
const executablePath = ensureChromium();
if (executablePath === undefined) {
  console.error("There is no Chromium to take pictures with.");
  process.exit(1);
}
const { register } = await import("tsx/esm/api");
register();
const { takeScreenshots } = await import("./screenshots.ts");
await takeScreenshots(root, executablePath, process.argv.includes("--readme-only"));
