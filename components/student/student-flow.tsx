"use client";

import type { ReactNode } from "react";
import { Beginnings } from "./beginnings";
import { DoneScreen, SendingScreen, StoppedScreen, WaitingScreen } from "./end-screens";
import type { Flow } from "./flow";
import { HelpBox } from "./help-box";
import { Intro } from "./intro";
import { NominationsScreen } from "./nominations-screen";
import { QuestionScreen } from "./question-screen";
import { ReviewScreen } from "./review-screen";
import { ScreenHeading } from "./screen-heading";
import { SeatScreen } from "./seat-screen";
import type { FlowWords, Questionnaire, QuestionView } from "./student-words";
import type { StudentFlowProps } from "./student-flow-props";
import { TeacherSees } from "./teacher-sees";
import { useStudentFlow } from "./use-student-flow";
import { WordsScreen } from "./words-screen";

/** From the slip to "done", one thing a screen. */
export function StudentFlow(props: StudentFlowProps) {
  const { pulse, words, asked } = props;
  const state = useStudentFlow(pulse, asked);
  const { flow, readiness, sendNow } = state;
  const questions = questionsOf(asked, flow.form);
  if (readiness === "loading") {
    return <Beginnings {...props} first={firstQuestion(asked)} />;
  }
  return (
    <div className="flex flex-1 flex-col">
      <p role="status" className="sr-only">
        {announcement(flow, words, questions)}
      </p>
      {readiness === "unsupported" ? (
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

/** The first question, where every form begins with the same one. */
function firstQuestion(asked: Questionnaire): QuestionView | null {
  const firsts = new Set(asked.forms.map(({ positions }) => positions[0]));
  return firsts.size === 1 ? (questionsOf(asked, asked.forms[0]?.id ?? 1)[0] ?? null) : null;
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
  const { flow, readiness, dispatch, typed, admit, sendNow, startOver, handOn } = state;
  switch (flow.screen) {
    case "seat":
      return (
        <div className="grid gap-6">
          <ScreenHeading key={flow.moves} moved={flow.moves > 0}>
            {flow.sealed ? words.seat.title : props.welcome}
          </ScreenHeading>
          {flow.sealed ? null : <Intro words={props.intro} />}
          <SeatScreen
            words={words.seat}
            ready={readiness === "ready"}
            seatCode={flow.seatCode}
            submitLabel={flow.sealed ? words.seat.sendAgain : words.seat.start}
            onType={typed}
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
          intro={flow.moves === 0 && flow.question === 0 ? <Intro words={props.intro} /> : null}
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
          teacherSees={<TeacherSees {...props.teacherSees} />}
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
    case "waiting":
      return <WaitingScreen words={words.waiting} onRetry={sendNow} onHandOn={handOn} />;
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
          help={<HelpBox {...props.help} />}
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
    case "waiting":
      return words.waiting.text;
    case "seat":
    case "nominations":
    case "words":
    case "review":
    case "done":
      return "";
  }
}
