"use client";

import { useEffect, useMemo, useReducer, useRef, useState } from "react";
import type { PendingBallots } from "@/lib/ballots/client/pending-ballots";
import { dealForm } from "@/lib/instruments/forms";
import { NO_NOMINATION } from "@/lib/ballots/wire/nomination";
import { type Extras, type Flow, nextFlow, startFlow } from "./flow";
import type { Pulse } from "./pulse";
import { keepReceipts } from "./receipts";
import { readFragment } from "./seat-code";
import { tabMemory } from "./tab-memory";
import type { Questionnaire } from "./student-words";
import { flowOf, resumeFrom } from "./tab-record";

export type Readiness = "loading" | "ready" | "unsupported";

/** State of the flow, what the tab remembers of it, and sending. */
export function useStudentFlow(pulse: Pulse, questionnaire: Questionnaire) {
  const { joinCode } = pulse;
  const { forms } = questionnaire;
  const items = questionnaire.places.length;
  const asked = useExtras(pulse);
  const [flow, dispatch] = useReducer(nextFlow, items, (count) => startFlow(count, "", asked));
  const [readiness, setReadiness] = useState<Readiness>("loading");
  const pending = useRef<PendingBallots | null>(null);
  const printedHash = useRef<string | null>(null);
  const begun = useRef(false);

  useEffect(() => {
    const memory = tabMemory(joinCode, items);
    // The address is read once: React's strict mode runs effects twice.
    if (begun.current) return memory.watch();
    begun.current = true;
    const slip = readFragment(window.location.hash);
    const record = memory.read();
    const arrival = { seatCode: slip.seatCode, sameVisit: memory.isSameVisit() };
    const begin = resumeFrom(record, arrival, items, asked, deal(forms));
    if (begin.keep) pending.current = record?.pending ?? null;
    // Not forgotten yet: who types the same code by hand gets it back.
    else if (slip.seatCode !== null) memory.clear();
    printedHash.current = slip.manifestHash ?? (begin.keep ? (record?.printedHash ?? null) : null);
    // Out of the address bar and the history: a used code is nobody's business.
    if (window.location.hash !== "") {
      const { pathname, search } = window.location;
      window.history.replaceState(window.history.state, "", pathname + search);
    }
    dispatch({ type: "resume", flow: begin.flow });
    setReadiness(hasWebCrypto() ? "ready" : "unsupported");
    return memory.watch();
  }, [joinCode, items, asked, forms]);

  useEffect(() => {
    if (readiness !== "ready") return;
    const memory = tabMemory(joinCode, items);
    if (flow.screen === "done" || flow.stopped === "closed") memory.clear();
    else if (!flow.sealed && flow.seatCode !== "") {
      memory.write(draftOf(flow, printedHash.current));
    }
    // The heavy part arrives while the student reads.
    if (flow.screen === "question") void import("./send-ballot").catch(() => undefined);
  }, [flow, readiness, joinCode, items]);

  const unsent = flow.screen === "sending" || (flow.screen === "stopped" && flow.sealed);
  useEffect(() => {
    if (!unsent || flow.stopped === "closed") return;
    const warn = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("beforeunload", warn);
    };
  }, [unsent, flow.stopped]);

  /** Sends, or sends again: always the same blinded request once there is one. */
  const send = async (seatCode: string) => {
    const keep = (ballots: PendingBallots) => {
      pending.current = ballots;
      tabMemory(joinCode, items).write({
        ...draftOf(flow, printedHash.current),
        seatCode,
        answers: null,
        words: null,
        nomination: null,
        pending: ballots,
      });
      dispatch({ type: "sealed" });
    };
    if (pending.current !== null) keep(pending.current);
    try {
      const { sendBallot } = await import("./send-ballot");
      const outcome = await sendBallot({
        pulse,
        printedHash: printedHash.current,
        seatCode,
        formId: flow.form,
        answers: byItem(flow, questionnaire),
        words: flow.words ?? "",
        nomination: flow.nomination ?? NO_NOMINATION,
        pending: pending.current,
        onPending: keep,
      });
      if (!outcome.ok) {
        dispatch({ type: "stop", code: outcome.code });
        return;
      }
      pending.current = null;
      rememberReceipts(pulse.waveId, outcome.receipts);
      dispatch({ type: "sent", receipts: outcome.receipts });
    } catch {
      dispatch({ type: "stop", code: navigator.onLine ? "server" : "network" });
    }
  };

  /** Takes a checked seat code: on to the questions, to where its owner left off, or to another try. */
  const admit = (seatCode: string) => {
    const record = tabMemory(joinCode, items).read();
    const theirs = record?.seatCode === seatCode && flow.seatCode !== seatCode;
    if (pending.current === null && theirs) {
      const resumed = flowOf(record, items, asked);
      if (resumed.screen !== "seat") {
        pending.current = record.pending;
        printedHash.current ??= record.printedHash;
        dispatch({ type: "resume", flow: { ...resumed, moves: flow.moves + 1 } });
        return;
      }
    }
    dispatch({ type: "admit", seatCode, form: deal(forms) });
    if (pending.current !== null) void send(seatCode);
  };

  const sendNow = () => {
    dispatch({ type: "send" });
    void send(flow.seatCode);
  };

  const startOver = () => {
    tabMemory(joinCode, items).clear();
    pending.current = null;
    printedHash.current = null;
    dispatch({ type: "start-over" });
  };

  return { flow, readiness, dispatch, sendNow, admit, startOver };
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

function draftOf(flow: Flow, printedHash: string | null) {
  return {
    seatCode: flow.seatCode,
    printedHash,
    question: flow.question,
    form: flow.form,
    review: flow.screen === "review" || flow.screen === "sending" || flow.screen === "stopped",
    answers: flow.answers,
    words: flow.words,
    nomination: flow.nomination,
    pending: null,
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

function rememberReceipts(waveId: string, receipts: readonly string[]): void {
  try {
    keepReceipts(window.localStorage, waveId, receipts);
  } catch {
    // Forbidden or full: the receipt is on the screen, and nothing else needs it.
  }
}

// The types say that `crypto.subtle` is always there; on a plain http:// page it is not.
function hasWebCrypto(): boolean {
  return (globalThis as { crypto?: { subtle?: unknown } }).crypto?.subtle !== undefined;
}
