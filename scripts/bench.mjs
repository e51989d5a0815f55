/**
 * `npm run bench`: measures what a school waits for, and prints it. Parts can be named: `npm run bench -- cast seal`.
 * With all parts it also writes the table of docs/performance.md.
 */
import { bootstrap, root } from "./bootstrap.mjs";

await bootstrap();
const { register } = await import("tsx/esm/api");
register();
const { runBench } = await import("./bench/run-bench.ts");
process.exitCode = await runBench(root, process.argv.slice(2));
