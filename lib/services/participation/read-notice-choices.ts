import { can } from "@/lib/access/can";
import { listSchools } from "@/lib/data/classes";
import { findDistrict } from "@/lib/data/district";
import type { Instrument } from "@/lib/instruments/instrument";
import { failure, type Result, success } from "@/lib/result";
import type { Consent } from "@/lib/waves/consent";
import type { ServiceContext } from "../context";
import { districtDay } from "../imports/district-day";
import { listInstruments } from "../instruments/read-instruments";
import { ownScope } from "../insight/own-scope";

export interface NoticeChoices {
  readonly consent: Consent;
  /** Today (YYYY-MM-DD) where the district is. */
  readonly today: string;
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  readonly questions: readonly { readonly key: string; readonly instrument: Instrument }[];
}

/** What a notice for families can be made of, for administrators. */
export async function readNoticeChoices(
  context: ServiceContext,
): Promise<Result<NoticeChoices, "forbidden">> {
  const { actor } = context;
  const district = await findDistrict();
  if (!can(actor, "participation.read", undefined).allowed) return failure("forbidden");
  if (actor.kind !== "staff" || district === null) return failure("forbidden");
  const { schoolIds } = ownScope(actor);
  const [today, schools, instruments] = await Promise.all([
    districtDay(context),
    listSchools(),
    listInstruments(),
  ]);
  return success({
    consent: district.consent,
    today,
    schools: schools
      .filter(({ id }) => schoolIds === undefined || schoolIds.includes(id))
      .map(({ id, name }) => ({ id, name })),
    questions: instruments
      .filter(({ inPulses }) => inPulses)
      .map(({ key, instrument }) => ({ key, instrument })),
  });
}
