/** The bytes from `from` to `to`, both included, of a file of `size` bytes. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/**
 * What a `Range` header asks for (RFC 9110, 14.1.2): one range; `whole` where there is none, several, or one that is
 * not understood; `outside` where nothing of it exists. Safari plays no sound from a server that cannot do this.
 */
export function byteRange(header: string | null, size: number): ByteRange | "whole" | "outside" {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "");
  const [, first = "", last = ""] = match ?? [];
  if (first === "" && last === "") return "whole";
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length === 0 ? "outside" : { from: size - length, to: size - 1 };
  }
  const from = Number(first);
  if (last !== "" && Number(last) < from) return "whole";
  if (from >= size) return "outside";
  return { from, to: last === "" ? size - 1 : Math.min(Number(last), size - 1) };
}
