import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";

/** Decimals kept of every figure: enough for a share of 200,000, few enough that a diff can be read. */
const DECIMALS = 6;

/** Writes a result into the source tree, as `npm run check` wants files to look. */
export async function writeCheckedIn(path: string, result: object): Promise<void> {
  const rounded: unknown = JSON.parse(
    JSON.stringify(result, (_key, value: unknown) =>
      typeof value === "number" ? Number(value.toFixed(DECIMALS)) : value,
    ),
  );
  const text = await format(JSON.stringify(rounded), { parser: "json", printWidth: 100 });
  writeFileSync(join(import.meta.dirname, "../..", path), text);
}

/** Today, ISO. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
