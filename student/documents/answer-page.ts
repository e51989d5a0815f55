import type { ServerResponse } from "node:http";
import { studentFiles } from "@/lib/server/student-files";
import { sendPage } from "@/lib/server/student-response";
import { htmlDocument, STUDENT_POLICY, type StudentPage } from "./html-document";

/** Draws a student's page and answers with it. */
export function answerPage(
  response: ServerResponse,
  page: StudentPage,
  options: { readonly status?: number; readonly kept?: boolean } = {},
): void {
  sendPage(response, htmlDocument(page, studentFiles()), { policy: STUDENT_POLICY, ...options });
}
