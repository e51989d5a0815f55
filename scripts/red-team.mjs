/**
 * `npm run red-team`: every attack of reference/disclosure-control.md against a seeded production instance, and then
 * against copies of Hearth in which one protection is off: those must be found out. `npm run red-team -- 12 13` runs
 * some of them, `npm run red-team -- mutations` the copies only.
 */
import { bootstrap, root } from "./bootstrap.mjs";

await bootstrap();
const { ensureChromium } = await import("./chromium.mjs");
const chromium = ensureChromium();
if (chromium === undefined) process.exit(1);
const { register } = await import("tsx/esm/api");
register();
const { runRedTeam } = await import("./red-team/run-red-team.ts");
const { failed } = await runRedTeam(root, chromium, process.argv.slice(2));
process.exit(failed === 0 ? 0 : 1);
