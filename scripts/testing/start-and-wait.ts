/** For the test of a killed start: brings up a cluster, says so, and stays until it is killed. */
import { startEmbedded } from "../postgres/embedded";

const { DIR, PASSWORD } = process.env;
if (DIR === undefined || PASSWORD === undefined) throw new Error("DIR and PASSWORD are needed");
await startEmbedded({ dataDir: DIR, password: PASSWORD, durable: false });
process.stdout.write("up\n");
setInterval(() => undefined, 60_000);
