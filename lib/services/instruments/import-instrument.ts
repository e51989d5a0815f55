import { can } from "@/lib/access/can";
import {
  type FileProblem,
  MOST_INSTRUMENT_BYTES,
  readInstrumentFile,
} from "@/lib/instruments/instrument-file";
import { failure, type Result, success } from "@/lib/result";
import { decodeCsvText } from "@/lib/roster/decode-text";
import type { ServiceContext } from "../context";
import { instrumentKey } from "./read-instruments";
import { storeNew } from "./store-new";

/** Ids that only Hearth's own questions may have: a copy with other words would be taken for them. */
const RESERVED = ["hearth-", "own-"];
const MOST_SHOWN = 5;

/** Takes an instrument from a file, JSON or CSV. A version once stored never changes; the same again is fine. */
export async function importInstrument(
  context: ServiceContext,
  file: Uint8Array,
): Promise<Result<{ readonly key: string }, "forbidden" | "invalid">> {
  if (!can(context.actor, "instruments.import", undefined).allowed) return failure("forbidden");
  const refuse = (reason: string) => failure("invalid", { fields: { file: reason } });
  if (file.byteLength === 0) return refuse("Choose a file.");
  if (file.byteLength > MOST_INSTRUMENT_BYTES) return refuse("The file is too large for this.");
  const decoded = decodeCsvText("The file", file);
  if (!decoded.ok) return refuse(decoded.problem.message);
  const read = readInstrumentFile(decoded.text);
  if (!read.ok) return refuse(problemWords(read.problems));
  const { instrument } = read;
  const taken = RESERVED.find((start) => instrument.id.startsWith(start));
  if (taken !== undefined) {
    return refuse(
      `Names that begin with “${taken}” are for Hearth's own questions. Give yours another.`,
    );
  }
  const stored = await storeNew(context, instrument, "instrument.imported");
  if (stored === "changed") {
    return refuse(
      `Version ${String(instrument.version)} of ${instrument.id} is here already, with other words. Give the changed one a new version.`,
    );
  }
  return success({ key: instrumentKey(instrument) });
}

/** "Line 3, construct: …"; of many the first five. */
function problemWords(problems: readonly FileProblem[]): string {
  const shown = problems.slice(0, MOST_SHOWN).map(({ line, column, reason }) => {
    const place = [line === null ? null : `line ${String(line)}`, column].filter(
      (part) => part !== null,
    );
    return place.length === 0 ? reason : `${place.join(", ")}: ${reason}`;
  });
  const more = problems.length - shown.length;
  return `${shown.join("; ")}${more > 0 ? `; and ${String(more)} more` : ""}.`;
}
