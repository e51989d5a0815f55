import type { HelpWords } from "./help-box";
import type { IntroWords } from "./intro";
import type { Pulse } from "./pulse";
import type { FlowWords, Questionnaire } from "./student-words";
import type { TeacherSeesProps } from "./teacher-sees";

/** All that the student's page says and does, put together on the server: plain values, which fit into the page. */
export interface StudentFlowProps {
  readonly lang: string;
  readonly pulse: Pulse;
  readonly words: FlowWords;
  readonly asked: Questionnaire;
  /** "Questions for 7B" */
  readonly welcome: string;
  readonly intro: IntroWords;
  readonly teacherSees: TeacherSeesProps;
  readonly help: HelpWords;
  /** "One moment…" */
  readonly loading: string;
}
