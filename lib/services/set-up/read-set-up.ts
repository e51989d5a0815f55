import { can } from "@/lib/access/can";
import { countAccounts } from "@/lib/data/accounts";
import { listClasses } from "@/lib/data/classes";
import { findDistrict } from "@/lib/data/district";
import { listHelpLines } from "@/lib/data/help-lines";
import { listImportRuns } from "@/lib/data/imports";
import { listOpenInvitations } from "@/lib/data/invitations";
import { countChoices } from "@/lib/data/participation";
import { hasSlips } from "@/lib/data/seats";
import { listWaves } from "@/lib/data/waves";
import { failure, type Result, success } from "@/lib/result";
import { environment } from "@/lib/server/environment";
import type { ServiceContext } from "../context";
import { ownScope } from "../insight/own-scope";

/** The way from an empty installation to the first pulse, in the order in which it is walked. */
export type SetUpStepId =
  | "roster"
  | "attendance"
  | "people"
  | "families"
  | "help"
  | "mail"
  | "questions"
  | "pulse"
  | "slips";

export interface SetUpStep {
  readonly id: SetUpStepId;
  readonly done: boolean;
  /** A pulse can be run without. */
  readonly optional: boolean;
}

/** For district administrators; the others start where these have been. */
const DISTRICT_ONLY: ReadonlySet<SetUpStepId> = new Set(["roster", "attendance", "help", "mail"]);

/** How far an administrator's schools have come, read from what is there. */
export async function readSetUp(
  context: ServiceContext,
): Promise<Result<readonly SetUpStep[], "forbidden">> {
  const { actor, now } = context;
  if (!can(actor, "overview.read", undefined).allowed || actor.kind !== "staff") {
    return failure("forbidden");
  }
  const scope = ownScope(actor);
  const [classes, imports, accounts, invitations, choices, district, lines, waves, slips] =
    await Promise.all([
      listClasses(scope),
      listImportRuns({ kinds: ["attendance"], state: "applied", limit: 1 }),
      countAccounts(),
      listOpenInvitations(now),
      countChoices(),
      findDistrict(),
      listHelpLines(),
      listWaves(scope),
      hasSlips(scope),
    ]);
  // A draft of another school is in nobody else's list.
  const asked = waves.some(({ state }) => state !== "draft" || scope.schoolIds === undefined);
  const own = (schoolId: string) => scope.schoolIds?.includes(schoolId) ?? true;
  const chosen = [...choices.values()].some(
    ({ schoolId, out, in: yes }) => own(schoolId) && out + yes > 0,
  );
  const step = (id: SetUpStepId, done: boolean, optional = false) => ({ id, done, optional });
  const steps = [
    step("roster", classes.length > 0),
    step("attendance", imports.length > 0),
    step("people", accounts > 1 || invitations.length > 0),
    step("families", chosen || district?.consent === "active", true),
    step("help", lines.length > 0, true),
    step("mail", environment().mail !== undefined, true),
    step("questions", asked, true),
    step("pulse", asked),
    step("slips", slips),
  ];
  const all = can(actor, "district.configure", undefined).allowed;
  return success(all ? steps : steps.filter(({ id }) => !DISTRICT_ONLY.has(id)));
}
