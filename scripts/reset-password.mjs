/** `node scripts/reset-password.mjs EMAIL`: a link to a new password, for whoever has nobody left to ask. */
import { bootstrap, root } from "./bootstrap.mjs";

await bootstrap();
const { register } = await import("tsx/esm/api");
register();
const { printResetLink } = await import("./reset-password.ts");
await printResetLink(root, process.argv[2]);
