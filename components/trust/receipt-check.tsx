"use client";

import { type ReactNode, useState } from "react";
import { buttonClassName } from "@/components/ui/button-style";
import { type Tone, toneClassNames, toneIcons } from "@/components/ui/tone";
import { shortHash } from "@/lib/ballots/wire/short-hash";
import { countedWords, keptWords, type ReceiptWords } from "./receipt-words";
import { ReceiptSearch } from "./receipt-search";
import { forgetKeptReceipts, useKeptReceipts } from "./use-kept-receipts";
import { type ReceiptList, useReceiptList } from "./use-receipt-list";

/** Receipts of this device before there is a list, or where there never will be one. */
export function KeptReceipts({
  waveId,
  words,
  note,
}: {
  readonly waveId: string;
  readonly words: ReceiptWords;
  /** What to expect of them. */
  readonly note: string;
}) {
  const kept = useKeptReceipts(waveId);
  if (kept === null) return null;
  return (
    <div className="grid gap-4">
      <Status tone="info">
        <p>{keptWords(words, kept.length)}</p>
        {kept.length === 0 ? null : <p>{note}</p>}
      </Status>
      <OwnReceipts kept={kept} listed={null} words={words} />
    </div>
  );
}

/** Finds this device's receipts in the list, and any other that is typed. */
export function ReceiptCheck({
  waveId,
  words,
  url,
}: {
  readonly waveId: string;
  readonly words: ReceiptWords;
  /** Where the list is. */
  readonly url: string;
}) {
  const kept = useKeptReceipts(waveId);
  const { list, retry } = useReceiptList(url);
  if (kept === null) return null;
  return (
    <div className="grid gap-4">
      <Outcome kept={kept} list={list} words={words} retry={retry} />
      <OwnReceipts kept={kept} listed={listedOf(list)} words={words} />
      {list.state === "loaded" ? <ReceiptSearch receipts={list.receipts} words={words} /> : null}
    </div>
  );
}

function Outcome({
  kept,
  list,
  words,
  retry,
}: {
  readonly kept: readonly string[];
  readonly list: ReceiptList;
  readonly words: ReceiptWords;
  readonly retry: () => void;
}) {
  if (list.state === "failed") {
    return (
      <Status tone="watch">
        <p>{words.lookFailed}</p>
        <button type="button" onClick={retry} className={buttonClassName({ size: "sm" })}>
          {words.tryAgain}
        </button>
      </Status>
    );
  }
  if (kept.length === 0) return <Status tone="info">{words.keptNone}</Status>;
  if (list.state === "loading") return <Status tone="info">{words.looking}</Status>;
  const listed = new Set(list.receipts);
  const counted = kept.filter((receipt) => listed.has(receipt)).length;
  const all = counted === kept.length;
  return (
    <Status tone={all ? "good" : "error"}>
      <p className="font-semibold">{countedWords(words, counted, kept.length)}</p>
      {all ? null : <p>{words.missingWhat}</p>}
    </Status>
  );
}

function OwnReceipts({
  kept,
  listed,
  words,
}: {
  readonly kept: readonly string[];
  /** Null while there is no list to compare with. */
  readonly listed: ReadonlySet<string> | null;
  readonly words: ReceiptWords;
}) {
  const [forgotten, setForgotten] = useState(false);
  return (
    <>
      {kept.length === 0 ? null : (
        <details className="rounded-md border border-line px-4 py-2">
          <summary className="py-1.5 font-medium">{words.own}</summary>
          {/* A shared tablet may hold a class's receipts: it scrolls, so the keyboard must reach it. */}
          <ul tabIndex={0} className="grid max-h-72 gap-1 overflow-y-auto py-2">
            {kept.map((receipt) => (
              <li key={receipt} className="flex flex-wrap gap-x-3">
                <span className="font-mono">{shortHash(receipt)}</span>
                {listed === null ? null : (
                  <span className="text-ink-soft">
                    {listed.has(receipt) ? words.counted : words.missing}
                  </span>
                )}
              </li>
            ))}
          </ul>
          <div className="grid justify-items-start gap-2 py-2">
            <button
              type="button"
              onClick={() => {
                forgetKeptReceipts();
                setForgotten(true);
              }}
              className={buttonClassName({})}
            >
              {words.forget}
            </button>
            <p className="text-sm text-ink-soft">{words.forgetHint}</p>
          </div>
        </details>
      )}
      <p role="status" className="empty:hidden">
        {forgotten && kept.length === 0 ? words.forgotten : ""}
      </p>
    </>
  );
}

function Status({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  const Icon = toneIcons[tone];
  return (
    <div
      role="status"
      className={`flex items-start gap-3 rounded-lg border px-4 py-3.5 ${toneClassNames[tone]}`}
    >
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0" />
      <div className="grid min-w-0 justify-items-start gap-1.5 text-ink">{children}</div>
    </div>
  );
}

function listedOf(list: ReceiptList): ReadonlySet<string> | null {
  return list.state === "loaded" ? new Set(list.receipts) : null;
}
