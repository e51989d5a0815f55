import { can } from "@/lib/access/can";
import { listSchools } from "@/lib/data/classes";
import { findDistrict } from "@/lib/data/district";
import { type ImportRunRow, listImportRuns } from "@/lib/data/imports";
import { countChoices } from "@/lib/data/participation";
import { failure, type Result, success } from "@/lib/result";
import type { Consent } from "@/lib/waves/consent";
import type { ServiceContext } from "../context";
import { importerOf } from "../imports/may-import";
import { ownScope } from "../insight/own-scope";

type Run = ImportRunRow & { readonly accountName: string | null };

export interface ParticipationOverview {
  readonly consent: Consent;
  readonly timeZone: string;
  readonly schools: readonly {
    readonly id: string;
    readonly name: string;
    readonly students: number;
    readonly out: number;
    readonly in: number;
  }[];
  /** Null for those who may neither change the rule nor import. */
  readonly office: { readonly waiting: readonly Run[]; readonly applied: readonly Run[] } | null;
}

/** How families consent, and how many of each of the actor's schools said no or yes. */
export async function readParticipation(
  context: ServiceContext,
): Promise<Result<ParticipationOverview, "forbidden">> {
  const { actor } = context;
  const district = await findDistrict();
  if (!can(actor, "participation.read", undefined).allowed) return failure("forbidden");
  if (actor.kind !== "staff" || district === null) return failure("forbidden");
  const { schoolIds } = ownScope(actor);
  const [schools, counts] = await Promise.all([listSchools(), countChoices()]);
  const kinds = ["participation"] as const;
  return success({
    consent: district.consent,
    timeZone: district.timeZone,
    schools: schools
      .filter(({ id }) => schoolIds === undefined || schoolIds.includes(id))
      .map(({ id, name }) => {
        const { students = 0, out = 0, in: yes = 0 } = counts.get(id) ?? {};
        return { id, name, students, out, in: yes };
      }),
    office:
      importerOf(actor, "participation") === null
        ? null
        : {
            waiting: await listImportRuns({ kinds, state: "staged", limit: 20 }),
            applied: await listImportRuns({ kinds, state: "applied", limit: 20 }),
          },
  });
}
