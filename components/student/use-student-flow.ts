"use client";

import { useEffect, useMemo, useReducer, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { hasWebCrypto } from "@/lib/ballots/client/web-crypto";
import { checkCode, normaliseCode } from "@/lib/ballots/wire/admission-code";
import { NO_NOMINATION } from "@/lib/ballots/wire/nomination";
import { dealForm } from "@/lib/instruments/forms";
import { goOnTyping, readEarlyInput } from "./early-input";
import { type Extras, type Flow, nextFlow, startFlow } from "./flow";
import { openPlace, type Place } from "./place";
import type { Pulse } from "./pulse";
import { readFragment } from "./seat-code";
import { type Sending, startSending } from "./sending";
import { passesByItself } from "./stop-codes";
import type { Questionnaire } from "./student-words";
import { flowOf, resumeFrom, type TabRecord } from "./tab-record";

export type Readiness = "loading" | "ready" | "unsupported";

/** State of the flow, what the tab remembers of it, and sending. */
export function useStudentFlow(pulse: Pulse, questionnaire: Questionnaire) {
  const { joinCode } = pulse;
  const { forms } = questionnaire;
  const items = questionnaire.places.length;
  const asked = useExtras(pulse);
  const [flow, dispatch] = useReducer(nextFlow, items, (count) => startFlow(count, "", asked));
  const [readiness, setReadiness] = useState<Readiness>("loading");
  const place = useRef<Place | null>(null);
  const sending = useRef<Sending | null>(null);
  const begun = useRef(false);

  useEffect(() => {
    // The address is read once: React's strict mode runs effects twice.
    if (begun.current) return;
    begun.current = true;
    const slip = readFragment(window.location.hash);
    // Out of the address bar and the history: a used code is nobody's business.
    if (window.location.hash !== "") {
      const { pathname, search } = window.location;
      window.history.replaceState(window.history.state, "", pathname + search);
    }
    void (async () => {
      const here = await openPlace({ joinCode, items });
      const record = await here.draft.read();
      const arrival = { seatCode: slip.seatCode, sameVisit: here.isSameVisit() };
      const begin = resumeFrom(record, arrival, items, asked, deal(forms));
      // Not forgotten yet: who types the same code by hand gets it back.
      if (!begin.keep && slip.seatCode !== null) await here.draft.clear();
      place.current = here;
      sending.current = startSending(here, pulse, {
        printedHash: slip.manifestHash ?? (begin.keep ? (record?.printedHash ?? null) : null),
        sealed: begin.keep ? (record?.sealed ?? null) : null,
      });
      // The first question, and the field for a code, are there sooner than this script. Read and drawn anew in one go:
      // a stroke between the two would fall into a field that is about to go.
      const early = readEarlyInput();
      const code = begin.flow.screen === "seat" && !begin.flow.sealed ? early.code : "";
      flushSync(() => {
        dispatch({
          type: "resume",
          flow: code === "" ? begin.flow : { ...begin.flow, seatCode: code },
        });
        if (early.answer !== null && begin.flow.screen === "question" && begin.flow.moves === 0) {
          dispatch({ type: "answer", value: early.answer });
          dispatch({ type: "next" });
        }
        setReadiness(hasWebCrypto() ? "ready" : "unsupported");
      });
      if (early.typing) goOnTyping();
    })();
  }, [pulse, joinCode, items, asked, forms]);

  useEffect(() => place.current?.watch(), [readiness]);

  useEffect(() => {
    const here = place.current;
    if (readiness !== "ready" || here === null) return;
    if (flow.screen === "done" || flow.stopped === "closed") void here.draft.clear();
    else if (!flow.sealed && flow.seatCode !== "") {
      void here.draft.write(draftOf(flow, sending.current?.printedHash ?? null, null));
    }
    // The heavy part and what sealing needs arrive while the student reads: after that no network is needed.
    if (flow.screen === "question") sending.current?.prepare(flow.seatCode);
  }, [flow, readiness]);

  /** Sends, or sends again: always the same sealed ballots once there are any. */
  const send = async (from: Flow) => {
    const [here, way] = [place.current, sending.current];
    if (here === null || way === null) return;
    const outcome = await way.send(from.seatCode, {
      formId: from.form,
      answers: byItem(from, questionnaire),
      words: from.words ?? "",
      nomination: from.nomination ?? NO_NOMINATION,
      onSealed: async (id) => {
        await here.draft.write(draftOf(from, way.printedHash, id));
        dispatch({ type: "sealed" });
      },
    });
    if (outcome.ok) dispatch({ type: "sent", receipts: outcome.receipts });
    else if (outcome.code === "network" && way.isSealed()) dispatch({ type: "wait" });
    else dispatch({ type: "stop", code: outcome.code });
  };

  // Ballots that were on their way when the page was reloaded go on by themselves.
  const resumed = readiness === "ready" && flow.screen === "sending" && flow.moves === 0;
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => {
    if (resumed) void latest.current(flow);
    // Once: `flow` is that of the resumption.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [resumed]);

  const again =
    flow.screen === "waiting" || (flow.stopped !== null && passesByItself(flow.stopped));
  useEffect(() => {
    if (!again) return;
    return sending.current?.whenItMayWork(() => {
      dispatch({ type: "send" });
      void latest.current(flow);
    });
    // As long as it waits: whatever else changes in `flow` is nothing that is sent.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [again]);

  /**
   * Keeps what is being typed as the code, as long as nobody has begun. Attack: the next student types their code where
   * the last one went back to: kept with it, the last one's answers would come up under the new code.
   */
  const typed = (text: string) => {
    const begun = flow.sealed || flow.answers.some((answer) => answer !== null);
    if (begun || checkCode("seat", flow.seatCode).ok) return;
    const seatCode = normaliseCode(text);
    void place.current?.draft.write(
      draftOf({ ...flow, seatCode }, sending.current?.printedHash ?? null, null),
    );
  };

  /** Takes a checked seat code: on to the questions, to where its owner left off, or to another try. */
  const admit = async (seatCode: string) => {
    const [here, way] = [place.current, sending.current];
    const record = (await here?.draft.read()) ?? null;
    const theirs = record?.seatCode === seatCode && flow.seatCode !== seatCode;
    if (way?.isSealed() !== true && theirs) {
      const resumed = flowOf(record, items, asked);
      if (resumed.screen !== "seat") {
        way?.takeUp(record);
        dispatch({
          type: "resume",
          flow: { ...resumed, moves: record.sealed === null ? flow.moves + 1 : 0 },
        });
        return;
      }
    }
    dispatch({ type: "admit", seatCode, form: deal(forms) });
    if (way?.isSealed() === true) void send({ ...flow, seatCode });
  };

  const sendNow = () => {
    dispatch({ type: "send" });
    void send(flow);
  };

  /** Gives up what is here. */
  const startOver = () => {
    void place.current?.draft.clear();
    void sending.current?.giveUp();
    dispatch({ type: "start-over" });
  };

  /** Leaves sealed ballots to go out by themselves, and begins anew for somebody else. */
  const handOn = () => {
    void place.current?.draft.clear();
    void sending.current?.leave();
    dispatch({ type: "start-over" });
  };

  return {
    flow,
    readiness,
    dispatch,
    typed,
    sendNow,
    admit: (seatCode: string) => void admit(seatCode),
    startOver,
    handOn,
  };
}

function useExtras({ words, nominations }: Pulse): Extras {
  const [asksWords, asksNominations] = [words !== null, nominations !== null];
  return useMemo(
    () => ({
      words: asksWords ? "" : null,
      nomination: asksNominations ? NO_NOMINATION : null,
    }),
    [asksWords, asksNominations],
  );
}

function draftOf(flow: Flow, printedHash: string | null, sealed: string | null): TabRecord {
  return {
    seatCode: flow.seatCode,
    printedHash,
    question: flow.question,
    form: flow.form,
    review: ["review", "sending", "waiting", "stopped"].includes(flow.screen),
    answers: sealed === null ? flow.answers : null,
    words: sealed === null ? flow.words : null,
    nomination: sealed === null ? flow.nomination : null,
    sealed,
  };
}

/** A form by chance. Without a browser's cryptography nothing can be sent anyway, and any form does. */
function deal(forms: Questionnaire["forms"]): number {
  if (!hasWebCrypto()) return 1;
  return dealForm(forms, (length) => crypto.getRandomValues(new Uint8Array(length))).id;
}

/** Answers by position in the instrument's items: null where the form does not ask. */
function byItem(flow: Flow, { items, forms }: Questionnaire): (number | null)[] {
  const positions = forms.find(({ id }) => id === flow.form)?.positions ?? [];
  return items.map((_, position) => flow.answers[positions.indexOf(position)] ?? null);
}
