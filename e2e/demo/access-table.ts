import { expect, test } from "@playwright/test";

import { demoTruths } from "@/prisma/seed/truths";

import { asOwner } from "../support/pulse";
import { PRINCIPAL, ROLES, type Role, type Sessions } from "../support/sessions";

type Answer = "allowed" | "missing";
type Row = readonly [path: string, administrator: Answer, principal: Answer, teacher: Answer];

interface Ids {
  readonly openWave: string;
  readonly sealedWave: string;
  readonly ownFlag: string;
  readonly foreignFlag: string;
  readonly ownPlan: string;
  readonly account: string;
  readonly cohort: string;
  readonly teacherAccount: string;
}

/** The class of the teacher, which is not in the principal's school, and one of the principal's. */
const TEACHERS = demoTruths.lowAndRising;
const PRINCIPALS = PRINCIPAL.ownClass;
const NOBODYS = "00000000-0000-4000-8000-000000000000";

/** Who gets what: every staff page and download. `missing` is 404, the same as for what does not exist. */
function table(ids: Ids): readonly Row[] {
  const open = `/waves/${ids.openWave}/classes`;
  return [
    ["/overview", "allowed", "allowed", "missing"],
    ["/overview/classes", "allowed", "allowed", "missing"],
    ["/overview/classes?school=sch-1", "allowed", "allowed", "missing"],
    ["/overview/trends", "allowed", "allowed", "missing"],
    ["/overview/trends?school=all", "allowed", "allowed", "missing"],
    ["/district", "allowed", "missing", "missing"],
    ["/schools/sch-1", "allowed", "missing", "missing"],
    ["/schools/sch-2", "allowed", "allowed", "missing"],
    ["/schools/no-such-school", "missing", "missing", "missing"],
    ["/classes", "allowed", "allowed", "allowed"],
    [`/classes/${TEACHERS}`, "allowed", "missing", "allowed"],
    [`/classes/${PRINCIPALS}`, "allowed", "allowed", "missing"],
    ["/classes/no-such-class", "missing", "missing", "missing"],
    [`/classes/${TEACHERS}/talk`, "allowed", "missing", "allowed"],
    [`/classes/${PRINCIPALS}/talk`, "allowed", "allowed", "missing"],
    ["/classes/no-such-class/talk", "missing", "missing", "missing"],
    ["/flags", "allowed", "allowed", "allowed"],
    ["/flags?view=table", "allowed", "allowed", "allowed"],
    ["/flags?view=no-such-view", "allowed", "allowed", "allowed"],
    [`/flags/${ids.ownFlag}`, "allowed", "missing", "allowed"],
    [`/flags/${ids.foreignFlag}`, "allowed", "allowed", "missing"],
    [`/flags/${NOBODYS}`, "missing", "missing", "missing"],
    ["/flags/no-such-flag", "missing", "missing", "missing"],
    ["/flags/how-they-work", "allowed", "allowed", "allowed"],
    ["/plans", "allowed", "allowed", "allowed"],
    [`/plans/${ids.ownPlan}`, "allowed", "missing", "allowed"],
    [`/plans/${NOBODYS}`, "missing", "missing", "missing"],
    ["/plans/no-such-plan", "missing", "missing", "missing"],
    ["/strategies", "allowed", "allowed", "allowed"],
    ["/strategies?about=grit&grades=13", "allowed", "allowed", "allowed"],
    ["/strategies/greet-at-the-door", "allowed", "allowed", "allowed"],
    // Whose class it is is not told: the page says the same of one that there is not.
    [`/strategies/greet-at-the-door?class=${PRINCIPALS}`, "allowed", "allowed", "allowed"],
    ["/strategies/no-such-strategy", "missing", "missing", "missing"],
    ["/cohorts", "allowed", "allowed", "missing"],
    ["/cohorts?c=school:sch-1&c=school:sch-2&c=district", "allowed", "allowed", "missing"],
    ["/cohorts/new", "allowed", "allowed", "missing"],
    // A set with classes of a school that is not the principal's.
    [`/cohorts/${ids.cohort}`, "allowed", "missing", "missing"],
    [`/cohorts/${NOBODYS}`, "missing", "missing", "missing"],
    ["/cohorts/no-such-set", "missing", "missing", "missing"],
    ["/waves", "allowed", "allowed", "allowed"],
    ["/waves/new", "allowed", "allowed", "allowed"],
    [`/waves/${ids.openWave}`, "allowed", "allowed", "allowed"],
    [`/waves/${ids.sealedWave}`, "allowed", "allowed", "allowed"],
    [`/waves/${ids.sealedWave}/words`, "allowed", "allowed", "missing"],
    [`/waves/${NOBODYS}/words`, "missing", "missing", "missing"],
    [`/waves/${NOBODYS}`, "missing", "missing", "missing"],
    ["/waves/no-such-pulse", "missing", "missing", "missing"],
    [`${open}/${TEACHERS}/slips`, "allowed", "missing", "allowed"],
    [`${open}/${TEACHERS}/card`, "allowed", "missing", "allowed"],
    [`${open}/${PRINCIPALS}/slips`, "allowed", "allowed", "missing"],
    [`${open}/${PRINCIPALS}/card`, "allowed", "allowed", "missing"],
    // For its trustees only: an administrator who is none finds nothing there either.
    [`/trustee/${ids.openWave}`, "missing", "missing", "missing"],
    [`/trustee/${NOBODYS}`, "missing", "missing", "missing"],
    ["/instruments", "allowed", "allowed", "allowed"],
    ["/instruments/hearth-full-6-12.2", "allowed", "allowed", "allowed"],
    ["/instruments/hearth-full-6-12.2/print", "allowed", "allowed", "allowed"],
    ["/instruments/hearth-full-6-12.99", "missing", "missing", "missing"],
    ["/languages", "allowed", "allowed", "allowed"],
    ["/api/instruments/hearth-full-6-12.2?format=csv", "allowed", "allowed", "allowed"],
    ["/api/instruments/no-such.1", "missing", "missing", "missing"],
    ["/participation", "allowed", "allowed", "missing"],
    ["/participation/notice", "allowed", "allowed", "missing"],
    [`/participation/${NOBODYS}`, "missing", "missing", "missing"],
    ["/rosters", "allowed", "missing", "missing"],
    [`/rosters/${NOBODYS}`, "missing", "missing", "missing"],
    ["/rosters/demographics", "allowed", "missing", "missing"],
    [`/rosters/demographics/${NOBODYS}`, "missing", "missing", "missing"],
    ["/attendance", "allowed", "missing", "missing"],
    [`/attendance/${NOBODYS}`, "missing", "missing", "missing"],
    ["/people", "allowed", "allowed", "missing"],
    [`/people/${ids.account}`, "allowed", "allowed", "missing"],
    [`/people/${ids.teacherAccount}`, "allowed", "missing", "missing"],
    [`/people/${NOBODYS}`, "missing", "missing", "missing"],
    ["/help-for-students", "allowed", "missing", "missing"],
    // For those named to receive them, and here nobody is.
    ["/asked-for", "missing", "missing", "missing"],
    [`/asked-for/${NOBODYS}`, "missing", "missing", "missing"],
    ["/asked-for/no-such-request", "missing", "missing", "missing"],
    ["/settings", "allowed", "missing", "missing"],
    ["/audit", "allowed", "missing", "missing"],
    ["/account", "allowed", "allowed", "allowed"],
    // Each gets their own: `lib/services/insight/staff-pages.itest.ts` says which.
    ["/api/places", "allowed", "allowed", "allowed"],
    // A release holds every class of its wave: for those who may see every one of them.
    [`/api/releases/${ids.sealedWave}`, "allowed", "missing", "missing"],
    [`/api/releases/${ids.openWave}`, "missing", "missing", "missing"],
    [`/api/releases/${NOBODYS}`, "missing", "missing", "missing"],
    // Cut to the reader's classes.
    [`/api/exports/waves/${ids.sealedWave}?format=csv`, "allowed", "allowed", "allowed"],
    [`/api/exports/waves/${ids.sealedWave}?format=xlsx`, "allowed", "allowed", "allowed"],
    [`/api/exports/waves/${ids.openWave}`, "missing", "missing", "missing"],
    [`/api/exports/waves/${NOBODYS}`, "missing", "missing", "missing"],
    ["/api/exports/waves/no-such-pulse", "missing", "missing", "missing"],
    [`/classes/${TEACHERS}/report`, "allowed", "missing", "allowed"],
    [`/classes/${PRINCIPALS}/report`, "allowed", "allowed", "missing"],
    ["/classes/no-such-class/report", "missing", "missing", "missing"],
    [`/api/exports/classes/${TEACHERS}?format=pdf`, "allowed", "missing", "allowed"],
    [`/api/exports/classes/${PRINCIPALS}?format=csv`, "allowed", "allowed", "missing"],
    ["/api/exports/classes/no-such-class", "missing", "missing", "missing"],
    ["/schools/sch-1/report", "allowed", "missing", "missing"],
    ["/schools/sch-2/report", "allowed", "allowed", "missing"],
    ["/schools/no-such-school/report", "missing", "missing", "missing"],
    ["/api/exports/schools/sch-1?format=xlsx", "allowed", "missing", "missing"],
    ["/api/exports/schools/sch-2?format=pdf", "allowed", "allowed", "missing"],
    ["/api/exports/schools/no-such-school", "missing", "missing", "missing"],
  ];
}

export function accessTable(get: () => Sessions): void {
  for (const [at, role] of ROLES.entries()) {
    test(`over HTTP the ${role} gets what the table says and nothing else`, async () => {
      const rows = table(await idsOf(get()));
      const context = await get().browser.newContext({ storageState: await get().state(role) });
      const found: Record<string, string> = {};
      const expected: Record<string, string> = {};
      for (const [path, ...answers] of rows) {
        const response = await context.request.get(`${get().instance.url}${path}`, {
          maxRedirects: 0,
        });
        expected[path] = answers[at] ?? "";
        found[path] = answerOf(response.status(), path, role);
      }
      await context.close();
      expect(found).toEqual(expected);
    });
  }

  test("over HTTP a stranger gets the sign-in page, and nothing from the downloads", async () => {
    const rows = table(await idsOf(get()));
    const context = await get().browser.newContext();
    for (const [path] of rows) {
      const response = await context.request.get(`${get().instance.url}${path}`, {
        maxRedirects: 0,
      });
      if (path.startsWith("/api/")) {
        expect([401, 404], path).toContain(response.status());
        expect(await response.text()).not.toContain("cells");
      } else {
        expect(response.status(), path).toBe(307);
        expect(response.headers()["location"], path).toMatch(/^(http:\/\/[^/]+)?\/sign-in/);
      }
    }
    await context.close();
  });
}

/** A teacher with one class is sent on from the list to it. */
function answerOf(status: number, path: string, role: Role): string {
  if (path === "/classes" && role === "teacher" && status === 307) return "allowed";
  if (status === 200) return "allowed";
  return status === 404 ? "missing" : `status ${String(status)}`;
}

async function idsOf(sessions: Sessions): Promise<Ids> {
  await sessions.state("principal");
  const one = async (text: string, values: readonly unknown[] = []) => {
    const [row] = await asOwner<{ id: string }>(sessions.instance, text, values);
    if (row === undefined) throw new Error(`nothing found: ${text}`);
    return row.id;
  };
  const flagOf = (classId: string) => one("SELECT id FROM flags WHERE class_id = $1", [classId]);
  const accountOf = (email: string) => one("SELECT id FROM accounts WHERE email = $1", [email]);
  return {
    openWave: await one("SELECT id FROM waves WHERE state = 'open'"),
    sealedWave: await one(
      "SELECT id FROM waves WHERE state = 'sealed' ORDER BY opens_at DESC LIMIT 1",
    ),
    ownFlag: await flagOf(TEACHERS),
    foreignFlag: await flagOf(PRINCIPALS),
    ownPlan: await one("SELECT id FROM plans WHERE class_id = $1 LIMIT 1", [TEACHERS]),
    cohort: await one("SELECT id FROM cohorts ORDER BY saved_at LIMIT 1"),
    account: await accountOf(PRINCIPAL.email),
    teacherAccount: await accountOf("teacher@larkfield.example"),
  };
}
