/** For the test of a killed seal: connects, says so, seals the wave named, and says so. */
import { configureDatabase } from "@/lib/data/client";
import { sealWave } from "../seal-wave";
import { contextAt } from "./wave-school";

const { WAVE_ID, SEAL_NOW, WEB_URL, BALLOT_URL, SEALER_URL, SCHEMA } = process.env;
configureDatabase({
  webUrl: WEB_URL ?? "",
  ballotUrl: BALLOT_URL ?? "",
  sealerUrl: SEALER_URL ?? "",
  schema: SCHEMA ?? "",
});
process.stdout.write("sealing\n");
const sealed = await sealWave(contextAt(new Date(SEAL_NOW ?? "")), WAVE_ID ?? "");
process.stdout.write(`${JSON.stringify(sealed)}\n`);
process.exit(0);
