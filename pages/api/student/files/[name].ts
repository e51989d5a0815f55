import type { ServerResponse } from "node:http";
import { studentFiles } from "@/lib/server/student-files";
import { isRead, queryOf, type StudentRequest } from "@/lib/server/student-response";

const WORKER = "worker.js";

/** Scripts of the student's pages, named by their content, and their worker, which the browser asks for anew. */
export default function fileRoute(request: StudentRequest, response: ServerResponse): void {
  if (!isRead(request, response)) return;
  const name = queryOf(request, "name") ?? "";
  const file = studentFiles().read(name);
  if (file === null) {
    response.writeHead(404, { "cache-control": "no-store" }).end();
    return;
  }
  const zipped = /\bgzip\b/u.test(request.headers["accept-encoding"] ?? "");
  const body = zipped ? file.gzip : file.plain;
  response.setHeader("Content-Type", "text/javascript; charset=utf-8");
  response.setHeader(
    "Cache-Control",
    name === WORKER ? "no-cache" : "public, max-age=31536000, immutable",
  );
  response.setHeader("Vary", "Accept-Encoding");
  if (zipped) response.setHeader("Content-Encoding", "gzip");
  response.setHeader("Content-Length", body.byteLength);
  response.end(body);
}
