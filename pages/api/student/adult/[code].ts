import type { ServerResponse } from "node:http";
import { readBody } from "@/lib/server/read-body";
import { serviceContext } from "@/lib/server/service-context";
import { localeOf, queryOf, type StudentRequest } from "@/lib/server/student-response";
import { askForAdult } from "@/lib/services/adults/ask-for-adult";
import { readAdultForm } from "@/lib/services/adults/read-adult-form";
import { listStudentLines } from "@/lib/services/help/list-student-lines";
import { type AdultAnswer, adultPage } from "@/student/documents/adult-page";
import { answerPage } from "@/student/documents/answer-page";

export const config = { api: { bodyParser: false, externalResolver: true } };

const MOST_BYTES = 16_384;

/** The form that asks for an adult (`/s/CODE/adult`), and what becomes of it. No cookie is read, no address kept. */
export default async function adultRoute(
  request: StudentRequest,
  response: ServerResponse,
): Promise<void> {
  const code = queryOf(request, "code") ?? "";
  const { method } = request;
  if (method !== "GET" && method !== "HEAD" && method !== "POST") {
    response.writeHead(405, { allow: "GET, HEAD, POST" }).end();
    return;
  }
  const answer = method === "POST" ? await posted(request, code) : await read(code);
  const lines = await listStudentLines();
  const page = adultPage(answer, { code, lines, locale: localeOf(request) });
  answerPage(response, page, { status: statusOf(answer), kept: false });
}

async function read(code: string): Promise<AdultAnswer> {
  const form = await readAdultForm(new Date(), code);
  return form.state === "on" ? again(form, { name: "", message: "" }, {}) : form;
}

async function posted(request: StudentRequest, code: string): Promise<AdultAnswer> {
  const typed = fieldsOf(request, await readBody(request, MOST_BYTES));
  if (typed === null) return failed(code, { name: "", message: "" });
  try {
    const asked = await askForAdult(serviceContext({ kind: "anonymous" }), {
      joinCode: code,
      ...typed,
    });
    return asked.state === "again" ? again(asked, typed, asked.problems) : asked;
  } catch {
    // No log: an exception of the database holds what it could not store, which is a name and a message.
    return failed(code, typed);
  }
}

/** It was not sent: what was typed stands in the form still. */
async function failed(code: string, typed: Typed): Promise<AdultAnswer> {
  const form = await readAdultForm(new Date(), code);
  return form.state === "on" ? again(form, typed, { form: "failed" }) : form;
}

type Typed = Extract<AdultAnswer, { state: "form" }>["typed"];

function again(
  { className, joinCode, timeZone, people }: Omit<Form, "state" | "typed" | "problems">,
  typed: Typed,
  problems: Form["problems"],
): Form {
  return { state: "form", className, joinCode, timeZone, people, typed, problems };
}

type Form = Extract<AdultAnswer, { state: "form" }>;

/**
 * The fields of a form of ours. Another site must not make its visitors send requests: their browsers say where a form
 * came from, also where the page sends no referrer.
 */
function fieldsOf(request: StudentRequest, body: Uint8Array | null): Typed | null {
  const type = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  const site = request.headers["sec-fetch-site"];
  if (body === null || type !== "application/x-www-form-urlencoded") return null;
  if (site !== undefined && site !== "same-origin" && site !== "none") return null;
  const fields = new URLSearchParams(new TextDecoder().decode(body));
  return { name: fields.get("name") ?? "", message: fields.get("message") ?? "" };
}

function statusOf(answer: AdultAnswer): number {
  if (answer.state === "wrong-code") return 404;
  if (answer.state !== "form") return 200;
  const { form, name, message } = answer.problems;
  if (form !== undefined) return form === "too-many" ? 429 : 503;
  return name === undefined && message === undefined ? 200 : 422;
}
