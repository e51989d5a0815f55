import type { RosterProblem } from "@/lib/roster/report";

type DecodeResult = { ok: true; text: string } | { ok: false; problem: RosterProblem };

/**
 * UTF-8 only, with or without byte order mark. A wrong guess at another encoding would silently
 * spoil names, so anything else is refused with the line where it shows.
 */
export function decodeCsvText(file: string, bytes: Uint8Array): DecodeResult {
  const utf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!utf16) {
    try {
      return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
    } catch {
      // Reported below, with its line.
    }
  }
  const line = utf16 ? 1 : firstBadLine(bytes);
  return {
    ok: false,
    problem: {
      code: "unreadableEncoding",
      file,
      line,
      message: `${file} is not saved as UTF-8 (seen on line ${String(line)}). Save it as “CSV UTF-8” and try again.`,
    },
  };
}

function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let start = 0;
  for (let line = 1; ; line += 1) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    if (newline === -1) return line;
    start = newline + 1;
  }
}
