import { randomBytes, randomUUID } from "node:crypto";
import { DEMO_SEED } from "@/prisma/seed/truths";
import { createDistrict } from "@/lib/data/district";
import { inTransaction } from "@/lib/data/client";
import { localDate } from "@/lib/services/waves/local-date";
import type { ServiceContext } from "@/lib/services/context";
import { raiseFlags } from "@/lib/services/flags/raise-flags";
import type { Environment } from "@/lib/server/environment";
import { importDemo } from "./seed/demo-imports";
import { createDemoAccounts } from "./seed/demo-accounts";
import { workOnDemoFlags } from "./seed/demo-flags";
import { createDemoPlans } from "./seed/demo-plans";
import { saveDemoCohort } from "./seed/demo-cohort";
import { runDemoWaves } from "./seed/demo-waves";
import type { DemoLinks } from "./server/demo-links";

const TIME_ZONE = "America/Chicago";

/**
 * Fills an empty district with the demo, through the same services that a school uses: the roster,
 * calendar and attendance files are imported, every past wave's ballots are sealed, cast into the box
 * and compiled, and one wave is left open. Only the names and the answers are drawn from a seed.
 */
export async function seedDemo(environment: Environment): Promise<DemoLinks> {
  const now = new Date();
  const context: ServiceContext = {
    actor: { kind: "system" },
    now,
    randomBytes,
    randomUuid: randomUUID,
  };
  const today = localDate(now, TIME_ZONE);
  await inTransaction((tx) =>
    createDistrict(tx, {
      name: "Larkfield Public Schools",
      timeZone: TIME_ZONE,
      isDemo: true,
      // Whoever tries the demonstration looks at its flags at once.
      teacherFirstDays: 0,
      createdAt: now,
    }),
  );
  const accounts = await createDemoAccounts(context);
  const administrator = { ...context, actor: accounts.administrator.actor };
  await importDemo(administrator, { seed: DEMO_SEED, today, dataDir: environment.dataDir });
  const teacher = await accounts.linkTeacher();
  const student = await runDemoWaves(administrator, {
    seed: DEMO_SEED,
    today,
    timeZone: TIME_ZONE,
  });
  await saveDemoCohort(administrator);
  await raiseFlags(context);
  await workOnDemoFlags(administrator, TIME_ZONE);
  await createDemoPlans(context, { today, timeZone: TIME_ZONE, teacher });
  return {
    administrator: accounts.administrator.link,
    teacher: accounts.teacherLink,
    student,
  };
}
