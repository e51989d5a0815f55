const LARGEST_CHUNK = 65_536;
/** A cell may hold line breaks (a note), but never so many: beyond this a quotation mark is stray. */
const LONGEST_ROW_LINES = 10;

/** A line that cannot be read, found before the CSV parser sees it. */
export interface BadLine {
  readonly line: number;
  readonly reason: string;
}

/**
 * Text of a byte or string stream, in pieces of at most 64 KB, line ends as `\n`, without a byte
 * order mark. Bytes that are not UTF-8 become U+FFFD, which the row reader refuses where it matters.
 */
export async function* decodeText(
  source: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let pendingReturn = "";
  let first = true;
  const normalise = (text: string, last: boolean): string => {
    let whole = pendingReturn + text;
    if (first && whole.length > 0) {
      first = false;
      if (whole.startsWith("\uFEFF")) whole = whole.slice(1);
    }
    pendingReturn = !last && whole.endsWith("\r") ? "\r" : "";
    if (pendingReturn) whole = whole.slice(0, -1);
    return whole.includes("\r") ? whole.replace(/\r\n?/g, "\n") : whole;
  };
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; at += LARGEST_CHUNK) {
      const piece =
        typeof chunk === "string"
          ? chunk.slice(at, at + LARGEST_CHUNK)
          : decoder.decode(chunk.subarray(at, at + LARGEST_CHUNK), { stream: true });
      const text = normalise(piece, false);
      if (text) yield text;
    }
  }
  const tail = normalise(decoder.decode(), true);
  if (tail) yield tail;
}

type LineEnd = "closed" | "open" | "bad";

/** Follows the quoting of one line. `open`: a quoted cell goes on in the next line. */
function followQuotes(line: string, delimiter: string, startsOpen: boolean): LineEnd {
  let at = 0;
  let open = startsOpen;
  for (;;) {
    if (!open) {
      // At the start of a cell: quoted, or plain up to the next delimiter.
      if (line.charAt(at) === '"') {
        open = true;
        at += 1;
      } else {
        const next = line.indexOf(delimiter, at);
        const quote = line.indexOf('"', at);
        if (quote !== -1 && (next === -1 || quote < next)) return "bad";
        if (next === -1) return "closed";
        at = next + 1;
        continue;
      }
    }
    const quote = line.indexOf('"', at);
    if (quote === -1) return "open";
    if (line.charAt(quote + 1) === '"') {
      at = quote + 2;
      continue;
    }
    open = false;
    if (quote + 1 === line.length) return "closed";
    if (line.charAt(quote + 1) !== delimiter) return "bad";
    at = quote + 2;
  }
}

/**
 * Passes well-formed CSV text through and takes out lines whose quotation marks are wrong, so that
 * one stray mark costs one line and not the rest of the file. A line taken out leaves an empty line
 * behind, which keeps the parser's line numbers true.
 */
export async function* wellFormedText(
  text: AsyncIterable<string>,
  delimiter: string,
  onBadLine: (bad: BadLine) => void,
): AsyncGenerator<string> {
  let carry = "";
  let line = 1;
  let waiting: string[] = [];

  const take = (lines: string[], atEnd: boolean): string => {
    let out = "";
    const queue = [...waiting, ...lines];
    waiting = [];
    let at = 0;
    while (at < queue.length) {
      let end = at;
      let state = followQuotes(queue[at] ?? "", delimiter, false);
      while (state === "open" && end - at + 1 < LONGEST_ROW_LINES && end + 1 < queue.length) {
        end += 1;
        state = followQuotes(queue[end] ?? "", delimiter, true);
      }
      if (state === "open" && !atEnd && end - at + 1 < LONGEST_ROW_LINES) {
        waiting = queue.slice(at);
        return out;
      }
      if (state === "closed") {
        out += `${queue.slice(at, end + 1).join("\n")}\n`;
      } else {
        onBadLine({ line, reason: QUOTE_REASON });
        out += "\n";
        end = at;
      }
      line += end - at + 1;
      at = end + 1;
    }
    return out;
  };

  for await (const piece of text) {
    const whole = carry + piece;
    const cut = whole.lastIndexOf("\n");
    if (cut === -1) {
      carry = whole;
      if (carry.length > LONGEST_LINE) {
        onBadLine({ line, reason: "line is longer than a million characters; reading stopped" });
        return;
      }
      continue;
    }
    carry = whole.slice(cut + 1);
    yield take(whole.slice(0, cut).split("\n"), false);
  }
  yield take(carry ? [carry] : [], true);
}

const LONGEST_LINE = 1_000_000;
const QUOTE_REASON =
  'a quotation mark (") is out of place: it opens and does not close, or stands inside a cell';
