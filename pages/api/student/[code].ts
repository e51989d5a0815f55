import type { ServerResponse } from "node:http";
import { isRead, localeOf, queryOf, type StudentRequest } from "@/lib/server/student-response";
import { readClassPulse } from "@/lib/services/ballots/read-pulse";
import { listStudentLines } from "@/lib/services/help/list-student-lines";
import { classPage } from "@/student/documents/class-page";
import { answerPage } from "@/student/documents/answer-page";

/** A class's page, from the code on its card: `/s/CODE`. */
export default async function classPageRoute(
  request: StudentRequest,
  response: ServerResponse,
): Promise<void> {
  if (!isRead(request, response)) return;
  const code = queryOf(request, "code") ?? "";
  const [pulse, lines] = await Promise.all([readClassPulse(new Date(), code), listStudentLines()]);
  const page = classPage(pulse, lines, code, localeOf(request));
  answerPage(response, page);
}
