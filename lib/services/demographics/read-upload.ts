import { failure, type Result, success } from "@/lib/result";
import { reduceOneRoster } from "@/lib/roster/demographics/reduce-file";
import { ARCHIVE_LIMITS, isZip, unzipSafely } from "@/lib/roster/unzip-safely";

/**
 * What of an upload of demographics may be put aside: of a OneRoster zip demographics.csv alone, of OneRoster's
 * demographics.csv only the columns that could be chosen. Everything else in such a file (names, passwords, birth
 * dates) never reaches the disk. Any other CSV stays as it is until somebody has said which columns are wanted.
 * @param limit in bytes
 */
export async function readDemographicsUpload(
  body: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Result<Uint8Array, "too-large" | "zip-unreadable" | "zip-without-demographics">> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > limit) return failure("too-large");
    chunks.push(chunk);
  }
  const whole = new Uint8Array(Buffer.concat(chunks));
  if (!isZip(whole)) return success((await reduceOneRoster(whole)) ?? whole);

  const zip = { name: "upload.zip", bytes: whole };
  const unpacked = unzipSafely(zip, ARCHIVE_LIMITS, isDemographics);
  if (!unpacked.ok) return failure("zip-unreadable");
  const [file] = unpacked.entries.filter(({ name }) => isDemographics(name));
  if (file === undefined) return failure("zip-without-demographics");
  return success((await reduceOneRoster(file.bytes)) ?? file.bytes);
}

function isDemographics(path: string): boolean {
  return /(^|\/)demographics\.csv$/iu.test(path);
}
