"use client";

import type { ReactNode } from "react";
import { buttonClassName } from "@/components/ui/button-style";
import { shortHash } from "@/lib/ballots/wire/short-hash";
import type { StopCode } from "./stop-codes";
import { ScreenHeading } from "./screen-heading";
import type { FlowWords } from "./student-words";

/** While the ballot is on its way, which takes some seconds on purpose. */
export function SendingScreen({ words }: { readonly words: FlowWords["sending"] }) {
  return (
    <div className="grid gap-5 py-6">
      <ScreenHeading moved>{words.title}</ScreenHeading>
      <div aria-hidden data-meaningful-fill className="h-3 overflow-hidden rounded-full bg-track">
        <div className="h-full w-1/3 animate-pulse rounded-full bg-accent" />
      </div>
      <p className="text-ink-soft">{words.whyWait}</p>
    </div>
  );
}

/** Sealed, and no network: it goes out by itself, whether or not this page stays open. */
export function WaitingScreen({
  words,
  onRetry,
  onHandOn,
}: {
  readonly words: FlowWords["waiting"];
  readonly onRetry: () => void;
  readonly onHandOn: () => void;
}) {
  return (
    <div className="grid gap-5 py-6">
      <ScreenHeading moved>{words.title}</ScreenHeading>
      <p className="rounded-lg border border-watch-line bg-watch-soft px-4 py-3.5 text-ink">
        {words.text}
      </p>
      <p className="text-ink-soft">{words.leave}</p>
      <button
        type="button"
        onClick={onRetry}
        className={buttonClassName({ variant: "primary", size: "lg", wide: true })}
      >
        {words.sendNow}
      </button>
      <button
        type="button"
        onClick={onHandOn}
        className={buttonClassName({ size: "lg", wide: true })}
      >
        {words.next}
      </button>
    </div>
  );
}

/** Codes that another code or slip may help with. */
const ANOTHER_CODE: ReadonlySet<StopCode> = new Set(["wrong-code", "used"]);
/** Codes that no new try helps with. */
const FINAL: ReadonlySet<StopCode> = new Set(["closed", "manifest", "unsupported"]);

/** Why it was not sent, and the one thing to do about it. */
export function StoppedScreen({
  words,
  code,
  onRetry,
  onOtherCode,
  onStartOver,
}: {
  readonly words: FlowWords["stopped"];
  readonly code: StopCode;
  readonly onRetry: () => void;
  readonly onOtherCode: () => void;
  readonly onStartOver: () => void;
}) {
  const another = ANOTHER_CODE.has(code);
  return (
    <div className="grid gap-5 py-6">
      <ScreenHeading moved>{words.title}</ScreenHeading>
      <p className="rounded-lg border border-watch-line bg-watch-soft px-4 py-3.5 text-ink">
        {words.messages[code]}
      </p>
      {code === "closed" ? <p className="text-ink-soft">{words.closedGone}</p> : null}
      {FINAL.has(code) ? null : (
        <button
          type="button"
          onClick={another ? onOtherCode : onRetry}
          className={buttonClassName({ variant: "primary", size: "lg", wide: true })}
        >
          {!another ? words.tryAgain : code === "used" ? words.newSlip : words.correctCode}
        </button>
      )}
      {/* Another student may hold the device by now: their code must not send the answers before theirs. */}
      {another ? (
        <button
          type="button"
          onClick={onStartOver}
          className={buttonClassName({ size: "lg", wide: true })}
        >
          {words.startOver}
        </button>
      ) : null}
    </div>
  );
}

/** It arrived. */
export function DoneScreen({
  words,
  receipts,
  proof,
  help,
}: {
  readonly words: FlowWords["done"];
  readonly receipts: readonly string[];
  /** Where everybody can see what was counted. */
  readonly proof: string;
  readonly help: ReactNode;
}) {
  return (
    <div className="grid gap-6 py-6">
      <ScreenHeading moved>{words.title}</ScreenHeading>
      <p className="text-ink-soft">
        {words.canClose} {words.throwSlip} {words.cleared}
      </p>
      {help}
      {receipts.length === 0 ? null : (
        <div className="grid gap-1 text-base text-ink-soft">
          <p>
            {words.receipt}:{" "}
            {receipts.map((receipt) => (
              <span key={receipt} className="me-3 font-mono whitespace-nowrap text-ink">
                {shortHash(receipt)}
              </span>
            ))}
          </p>
          <p>
            {words.receiptHint}{" "}
            <a href={proof} className="prose-link">
              {words.receiptLink}
            </a>
          </p>
        </div>
      )}
    </div>
  );
}
