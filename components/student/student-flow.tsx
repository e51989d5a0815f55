"use client";

import { type ReactNode, useEffect } from "react";
import { DoneScreen, SendingScreen, StoppedScreen } from "./end-screens";
import type { Flow } from "./flow";
import type { Pulse } from "./pulse";
import { NominationsScreen } from "./nominations-screen";
import { QuestionScreen } from "./question-screen";
import { ReviewScreen } from "./review-screen";
import { SeatScreen } from "./seat-screen";
import { ScreenHeading } from "./screen-heading";
import type { FlowWords, Questionnaire, QuestionView } from "./student-words";
import { useStudentFlow } from "./use-student-flow";
import { WordsScreen } from "./words-screen";

export interface StudentFlowProps {
  readonly lang: string;
  readonly pulse: Pulse;
  readonly words: FlowWords;
  readonly asked: Questionnaire;
  /** "Questions for 7B" */
  readonly welcome: string;
  /** Put together on the server, so that no word of it is in a script. */
  readonly intro: ReactNode;
  readonly teacherSees: ReactNode;
  readonly help: ReactNode;
}

/** From the slip to "done", one thing a screen. */
export function StudentFlow(props: StudentFlowProps) {
  const { lang, pulse, words, asked } = props;
  const state = useStudentFlow(pulse, asked);
  const { flow, readiness, sendNow } = state;
  const questions = questionsOf(asked, flow.form);
  const unsupported = readiness === "unsupported";
  useEffect(() => {
    // The document around the page is English.
    document.documentElement.lang = lang;
  }, [lang]);

  return (
    <div data-needs-script className="flex flex-1 flex-col">
      <p role="status" className="sr-only">
        {announcement(flow, words, questions)}
      </p>
      {unsupported ? (
        <StoppedScreen
          words={words.stopped}
          code="unsupported"
          onRetry={sendNow}
          onOtherCode={sendNow}
          onStartOver={sendNow}
        />
      ) : (
        screen(props, state, questions)
      )}
    </div>
  );
}

/** What the form that was dealt asks, place by place. */
function questionsOf({ items, places, forms }: Questionnaire, form: number): QuestionView[] {
  const positions = forms.find(({ id }) => id === form)?.positions ?? [];
  return places.flatMap((place, at) => {
    const item = items[positions[at] ?? -1];
    return item === undefined ? [] : [{ ...place, ...item }];
  });
}

function screen(
  props: StudentFlowProps,
  state: ReturnType<typeof useStudentFlow>,
  questions: readonly QuestionView[],
): ReactNode {
  const { lang, words, pulse } = props;
  const { flow, readiness, dispatch, admit, sendNow, startOver } = state;
  switch (flow.screen) {
    case "seat":
      return (
        <div className="grid gap-6">
          <ScreenHeading key={flow.moves} moved={flow.moves > 0}>
            {flow.sealed ? words.seat.title : props.welcome}
          </ScreenHeading>
          {flow.sealed ? null : props.intro}
          <SeatScreen
            words={words.seat}
            ready={readiness === "ready"}
            seatCode={flow.seatCode}
            submitLabel={flow.sealed ? words.seat.sendAgain : words.seat.start}
            onAdmit={admit}
          />
        </div>
      );
    case "question": {
      const question = questions[flow.question];
      if (question === undefined) return null;
      return (
        <QuestionScreen
          key={flow.moves}
          lang={lang}
          words={words.question}
          question={question}
          place={{ at: flow.question, of: questions.length }}
          chosen={flow.answers[flow.question] ?? null}
          toReview={
            flow.toReview ||
            (flow.question === questions.length - 1 &&
              flow.words === null &&
              flow.nomination === null)
          }
          moved={flow.moves > 0}
          onAnswer={(value) => {
            dispatch({ type: "answer", value });
          }}
          onNext={() => {
            dispatch({ type: "next" });
          }}
          onBack={() => {
            dispatch({ type: "back" });
          }}
        />
      );
    }
    case "nominations":
      if (flow.nomination === null) return null;
      return (
        <NominationsScreen
          key={flow.moves}
          words={words.nominations}
          nav={{
            back: words.question.back,
            next:
              flow.toReview || flow.words === null ? words.question.toReview : words.question.next,
          }}
          pulse={pulse}
          seatCode={flow.seatCode}
          nomination={flow.nomination}
          onBe={(own) => {
            dispatch({ type: "be", own });
          }}
          onName={(number, named) => {
            dispatch({ type: "name", number, named });
          }}
          onNext={() => {
            dispatch({ type: "next" });
          }}
          onBack={() => {
            dispatch({ type: "back" });
          }}
        />
      );
    case "words":
      return (
        <WordsScreen
          words={words.words}
          back={words.question.back}
          toReview={words.question.toReview}
          text={flow.words ?? ""}
          onWrite={(text) => {
            dispatch({ type: "write", text });
          }}
          onNext={() => {
            dispatch({ type: "next" });
          }}
          onBack={() => {
            dispatch({ type: "back" });
          }}
        />
      );
    case "review":
      return (
        <ReviewScreen
          words={words.review}
          back={words.question.back}
          questions={questions}
          answers={flow.answers}
          written={flow.words}
          nomination={flow.nomination}
          teacherSees={props.teacherSees}
          onChange={(question) => {
            dispatch({ type: "change", question });
          }}
          onChangeWords={() => {
            dispatch({ type: "change-words" });
          }}
          onChangeNomination={() => {
            dispatch({ type: "change-nomination" });
          }}
          onSend={sendNow}
          onBack={() => {
            dispatch({ type: "back" });
          }}
        />
      );
    case "sending":
      return <SendingScreen words={words.sending} />;
    case "stopped":
      return (
        <StoppedScreen
          words={words.stopped}
          code={flow.stopped ?? "server"}
          onRetry={sendNow}
          onOtherCode={() => {
            dispatch({ type: "other-code" });
          }}
          onStartOver={startOver}
        />
      );
    case "done":
      return (
        <DoneScreen
          words={words.done}
          receipts={flow.receipts}
          proof={`/trust/${pulse.waveId}?lang=${lang}#receipts`}
          help={props.help}
        />
      );
  }
}

/** What a screen reader hears besides the heading, which takes the focus. */
function announcement(
  flow: Flow,
  words: FlowWords,
  questions: readonly QuestionView[],
): string | undefined {
  switch (flow.screen) {
    case "question":
      return questions[flow.question]?.progress;
    case "stopped":
      return words.stopped.messages[flow.stopped ?? "server"];
    case "sending":
      return words.sending.whyWait;
    case "seat":
    case "nominations":
    case "words":
    case "review":
    case "done":
      return "";
  }
}
