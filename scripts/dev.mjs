/** `npm run dev`: as `npm start`, with pages compiled as they are asked for. */
import { bootstrap, root } from "./bootstrap.mjs";

await bootstrap();
const { register } = await import("tsx/esm/api");
register();
const { startServer } = await import("./start-server.ts");
await startServer(root, "development");
