/** `npm run worker`: the jobs in a process of their own, beside a web process with HEARTH_JOBS=worker. */
import { bootstrap, root } from "./bootstrap.mjs";

await bootstrap();
const { register } = await import("tsx/esm/api");
register();
const { runWorker } = await import("./worker.ts");
await runWorker(root);
