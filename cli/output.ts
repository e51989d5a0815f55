import { once } from "node:events";
import type { Writable } from "node:stream";

const CHUNK = 65_536;

/**
 * Text to a stream in large pieces, waiting whenever the reader is slower. `write` is synchronous and cheap; call
 * `flush` now and then in a loop that writes much, and always at the end.
 */
export class Output {
  private pending: string[] = [];
  private size = 0;

  constructor(private readonly stream: Writable) {}

  write(text: string): void {
    this.pending.push(text);
    this.size += text.length;
  }

  get isFull(): boolean {
    return this.size >= CHUNK;
  }

  async flush(): Promise<void> {
    const text = this.pending.join("");
    this.pending = [];
    this.size = 0;
    if (text !== "" && !this.stream.write(text)) await once(this.stream, "drain");
  }

  json(value: unknown): void {
    this.write(`${JSON.stringify(value)}\n`);
  }
}

/** A reader that has seen enough (`| head`) closes the pipe: stop quietly, as text tools do. */
export function endQuietlyOnClosedPipe(stream: Writable): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
}

/** A cell of a CSV row, in quotation marks where it must be. */
export function csvCell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Eight digits behind the point, as the reference prints them; an empty cell for `null`. */
export function csvNumber(value: number | null): string {
  return value === null ? "" : String(Math.round(value * 1e8) / 1e8);
}
