import type { ServerResponse } from "node:http";
import { isRead, localeOf, type StudentRequest } from "@/lib/server/student-response";
import { noNetworkPage } from "@/student/documents/join-page";
import { answerPage } from "@/student/documents/answer-page";

/** The page that a student's worker keeps for when nothing else can be shown. */
export default function noNetworkRoute(request: StudentRequest, response: ServerResponse): void {
  if (!isRead(request, response)) return;
  const page = noNetworkPage(localeOf(request));
  answerPage(response, page);
}
