import type { ServerResponse } from "node:http";
import { checkCode } from "@/lib/ballots/wire/admission-code";
import { isRead, localeOf, queryOf, type StudentRequest } from "@/lib/server/student-response";
import { joinPage } from "@/student/documents/join-page";
import { answerPage } from "@/student/documents/answer-page";

/** The page that asks for a class's code (`/s`), and the way on to the class. */
export default function joinRoute(request: StudentRequest, response: ServerResponse): void {
  if (!isRead(request, response)) return;
  const locale = localeOf(request);
  const code = queryOf(request, "code");
  const checked = code === undefined ? null : checkCode("join", code);
  if (checked?.ok === true) {
    response.writeHead(307, { location: `/s/${checked.code}?lang=${locale}` }).end();
    return;
  }
  const page = joinPage(code, locale);
  answerPage(response, page);
}
