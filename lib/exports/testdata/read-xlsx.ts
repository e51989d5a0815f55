import { strFromU8, unzipSync } from "fflate";

/** A cell as the file holds it: a text (by number among the shared ones, or in place), a number, or a formula. */
export interface ReadCell {
  /** "A", "B", … */
  readonly column: string;
  readonly type: "text" | "number" | "formula";
  readonly value: string;
}

/** Sheets of a spreadsheet by name, read from its XML: rows of cells, empty ones left out. */
export function readXlsx(bytes: Uint8Array): Map<string, ReadCell[][]> {
  const parts = unzipSync(bytes);
  const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const shared = [...text("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gsu)].map(([, si = ""]) =>
    [...si.matchAll(/<t\b[^>]*>(.*?)<\/t>/gsu)].map(([, t = ""]) => unescaped(t)).join(""),
  );
  const names = [...text("xl/workbook.xml").matchAll(/<sheet\b[^>]*name="([^"]*)"/gu)];
  return new Map(
    names.map(([, name = ""], at) => [
      unescaped(name),
      rowsOf(text(`xl/worksheets/sheet${String(at + 1)}.xml`), shared),
    ]),
  );
}

function rowsOf(xml: string, shared: readonly string[]): ReadCell[][] {
  return [...xml.matchAll(/<row\b[^>]*>(.*?)<\/row>/gsu)].map(([, row = ""]) =>
    [...row.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gsu)].flatMap(([, head = "", body = ""]): ReadCell[] => {
      if (body === "") return [];
      const column = /r="([A-Z]+)/u.exec(head)?.[1] ?? "";
      if (/<f\b/u.test(body)) return [{ column, type: "formula", value: body }];
      const value = unescaped(/<(?:v|t)\b[^>]*>(.*?)<\/(?:v|t)>/su.exec(body)?.[1] ?? "");
      if (/t="s"/u.test(head)) return [{ column, type: "text", value: shared[Number(value)] ?? "" }];
      if (/t="(inlineStr|str)"/u.test(head)) return [{ column, type: "text", value }];
      return [{ column, type: "number", value }];
    }),
  );
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}
