import { join } from "node:path";

import { dropUnfinishedDemo, markDemoSeeding, readDemoState } from "@/lib/data/setup/demo-state";
import { SetupError } from "@/lib/data/setup/setup-error";
import type { Environment } from "@/lib/server/environment";

import { forgetDemoLinks } from "./demo-links";
import { openDatabase, type OpenDatabase } from "./open-database";
import { webEnvironment } from "./web-environment";
import { runProcess } from "./web-process";

/**
 * Fills an empty district with the demo. The seed runs in a process of its own, as the three roles: it can do no
 * more than the pages can, and its connections end with it. A seeding that was cut short begins again from nothing.
 */
export async function ensureDemo(
  environment: Environment,
  database: OpenDatabase,
  options: { root: string; note: (line: string) => void },
): Promise<void> {
  const { ownerUrl, roleUrls } = database;
  const { schema } = environment;
  let state = await readDemoState(ownerUrl, schema);
  if (state === "unfinished") {
    await dropUnfinishedDemo(ownerUrl, schema);
    await openDatabase({ ...environment, ownerUrl, roleUrls }, options);
    state = "empty";
  }
  if (state === "demo") return;
  forgetDemoLinks(environment.dataDir);
  if (state === "occupied") return;
  if (!environment.demo) return;
  options.note("Filling the demo district (once) …");
  await markDemoSeeding(ownerUrl, schema, "begun");
  const { root } = options;
  const { ok, output } = await runProcess({
    root,
    args: ["--import", "tsx", join(root, "scripts/run-seed.ts")],
    env: webEnvironment(environment, roleUrls, "production"),
  });
  if (!ok) throw new SetupError(`The demo district could not be made:\n${output}`);
  await markDemoSeeding(ownerUrl, schema, "finished");
}
