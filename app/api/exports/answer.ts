import { MEDIA_TYPES } from "@/lib/exports/export-file";
import {
  EXPORT_PROBLEMS,
  type ExportRequest,
  readExportRequest,
} from "@/lib/exports/export-request";
import { contentDisposition } from "@/lib/exports/file-name";
import type { Result } from "@/lib/result";
import { serviceContext } from "@/lib/server/service-context";
import { currentActor } from "@/lib/server/session";
import type { ServiceContext } from "@/lib/services/context";
import type { ExportedFile } from "@/lib/services/exports/exported-file";

/** Where nothing is handed out, and what is said; "missing" also stands for what is not theirs. */
const REFUSALS = {
  missing: { status: 404, message: "There is nothing here to download." },
  "no-results": {
    status: 404,
    message: "There is no result yet, or no pulse has closed within these days.",
  },
  "no-report": {
    status: 400,
    message: "A PDF is made for one class or one school. For a whole pulse choose csv or xlsx.",
  },
} as const;

type Refusal = keyof typeof REFUSALS;

/** Answers one export: reads what is asked for, lets the service decide and make it, and hands it out as a file. */
export async function answerExport(
  request: Request,
  makeFile: (
    context: ServiceContext,
    asked: ExportRequest,
  ) => Promise<Result<ExportedFile, Refusal>>,
): Promise<Response> {
  const actor = await currentActor();
  // Nobody learns what an address may hold before it is known who asks.
  if (actor.kind !== "staff") return refused("missing", REFUSALS.missing);
  const asked = readExportRequest(new URL(request.url).searchParams);
  if (!asked.ok) {
    return refused(asked.code, { status: 400, message: EXPORT_PROBLEMS[asked.code] });
  }
  const made = await makeFile(serviceContext(actor), asked.value);
  if (!made.ok) return refused(made.code, REFUSALS[made.code]);
  const { title, format, bytes } = made.value;
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": MEDIA_TYPES[format],
      "content-disposition": contentDisposition(title, format),
      "cache-control": "private, no-store",
    },
  });
}

/** An id as it stands in an address. One that is no address at all is nobody's. */
export function idIn(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function refused(
  code: string,
  { status, message }: { readonly status: number; readonly message: string },
): Response {
  return Response.json(
    { code, message },
    { status, headers: { "cache-control": "private, no-store" } },
  );
}
