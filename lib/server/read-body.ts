const SLOWEST_MS = 10_000;

/**
 * Reads a request's body into memory, at most `limit` bytes in at most ten seconds; null when it is
 * larger or slower. A claim in Content-Length is not believed.
 */
export async function readBody(request: Request, limit: number): Promise<Uint8Array | null> {
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const clock = { ranOut: false };
  const deadline = setTimeout(() => {
    clock.ranOut = true;
    reader.cancel().catch(() => undefined);
  }, SLOWEST_MS);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return clock.ranOut ? null : Buffer.concat(chunks);
      size += value.length;
      if (size > limit) {
        // Not awaited: a sender that never stops would keep us here.
        reader.cancel().catch(() => undefined);
        return null;
      }
      chunks.push(value);
    }
  } catch {
    return null;
  } finally {
    clearTimeout(deadline);
  }
}

/** A body of JSON in UTF-8, at most so long; null for anything else. */
export async function readJson(request: Request, mostBytes: number): Promise<unknown> {
  const bytes = await readBody(request, mostBytes);
  if (bytes === null) return null;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
