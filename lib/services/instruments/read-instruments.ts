import { can } from "@/lib/access/can";
import { MAX_ANSWERS } from "@/lib/ballots/wire/answer-vector";
import { listImportedInstruments } from "@/lib/data/instruments";
import { type Asked, CATALOGUE } from "@/lib/instruments/catalogue";
import { type Instrument, isIndexItem } from "@/lib/instruments/instrument";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";

/** An instrument as the catalogue lists it. */
export interface ListedInstrument {
  /** In addresses: id and version. */
  readonly key: string;
  readonly instrument: Instrument;
  readonly asks: Asked;
  /** Null for one that the district imported. */
  readonly purpose: string | null;
  readonly inPulses: boolean;
}

/** How an instrument is named in an address. */
export function instrumentKey({ id, version }: Pick<Instrument, "id" | "version">): string {
  return `${id}.${String(version)}`;
}

/** Every instrument there is: Hearth's own, then those the district imported. */
export async function listInstruments(): Promise<ListedInstrument[]> {
  const own = CATALOGUE.map(({ instrument, ...entry }) => ({
    key: instrumentKey(instrument),
    instrument,
    ...entry,
  }));
  const imported = (await listImportedInstruments()).map((instrument): ListedInstrument => ({
    key: instrumentKey(instrument),
    instrument,
    asks: "students",
    purpose: null,
    // Every page of a pulse shows the belonging figure: there must be something to make it of. And a ballot has
    // room for so many answers.
    inPulses: instrument.items.some(isIndexItem) && instrument.items.length <= MAX_ANSWERS,
  }));
  return [...own, ...imported];
}

/** The catalogue, for staff. */
export async function readCatalogue(
  context: ServiceContext,
): Promise<Result<{ instruments: readonly ListedInstrument[]; mayImport: boolean }, "forbidden">> {
  if (!can(context.actor, "instruments.read", undefined).allowed) return failure("forbidden");
  return success({
    instruments: await listInstruments(),
    mayImport: can(context.actor, "instruments.import", undefined).allowed,
  });
}

/** One of them by its key, for staff. */
export async function readInstrument(
  context: ServiceContext,
  key: string,
): Promise<Result<ListedInstrument, "missing">> {
  if (!can(context.actor, "instruments.read", undefined).allowed) return failure("missing");
  const found = (await listInstruments()).find((entry) => entry.key === key);
  return found === undefined ? failure("missing") : success(found);
}
