import type { Instrument } from "@/lib/instruments/instrument";
import { instrumentSchema } from "@/lib/instruments/instrument";
import { prisma, type Tx } from "./client";

/** The instruments that were imported, by id and version. */
export async function listImportedInstruments(tx: Tx = prisma()): Promise<Instrument[]> {
  const rows = await tx.instrument.findMany({
    orderBy: [{ id: "asc" }, { version: "asc" }],
    select: { definition: true },
  });
  return rows.map(({ definition }) => instrumentSchema.parse(definition));
}

/**
 * Stores an instrument. `changed`: this version of it is there with other words, which past pulses may have asked;
 * the same again is `known`.
 */
export async function storeInstrument(
  tx: Tx,
  instrument: Instrument,
  hash: string,
): Promise<"new" | "known" | "changed"> {
  const { id, version } = instrument;
  const { count } = await tx.instrument.createMany({
    data: [{ id, version, definition: structuredClone(instrument), hash }],
    skipDuplicates: true,
  });
  const row = await tx.instrument.findUniqueOrThrow({
    where: { id_version: { id, version } },
    select: { hash: true },
  });
  if (row.hash !== hash) return "changed";
  return count === 1 ? "new" : "known";
}
