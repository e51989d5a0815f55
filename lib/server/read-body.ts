import type { IncomingMessage } from "node:http";

const SLOWEST_MS = 10_000;

/**
 * Reads a request's body into memory, at most `limit` bytes in at most ten seconds; null when it is
 * larger or slower, or ends before its time. A claim in Content-Length is not believed.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (body: Uint8Array | null): void => {
      clearTimeout(deadline);
      request.removeListener("data", take);
      // What else comes is not read: a sender that never stops would keep us here.
      if (body === null) request.pause();
      resolve(body);
    };
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > limit) end(null);
      else chunks.push(chunk);
    };
    const deadline = setTimeout(() => {
      end(null);
    }, SLOWEST_MS);
    request.on("data", take);
    request.once("end", () => {
      end(Buffer.concat(chunks));
    });
    for (const event of ["error", "close"]) {
      request.once(event, () => {
        end(null);
      });
    }
  });
}
