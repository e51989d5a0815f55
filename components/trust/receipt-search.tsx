"use client";

import { useId, useState } from "react";
import { controlClassName } from "@/components/ui/field";
import { findReceipts } from "@/lib/ballots/wire/find-receipts";
import { shortHash } from "@/lib/ballots/wire/short-hash";
import type { ReceiptWords } from "./receipt-words";

const FEWEST_SIGNS = 4;
const MOST_SHOWN = 5;

/** Looks for a receipt that was written down. What is typed stays on the device: the field has no name. */
export function ReceiptSearch({
  receipts,
  words,
}: {
  readonly receipts: readonly string[];
  readonly words: ReceiptWords;
}) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const enough = typed.replace(/[\s-]/g, "").length >= FEWEST_SIGNS;
  const found = enough ? findReceipts(receipts, typed) : [];
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        {words.searchLabel}
      </label>
      <p id={`${id}-hint`} className="text-sm text-ink-soft">
        {words.searchHint}
      </p>
      <input
        id={id}
        type="text"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        maxLength={80}
        aria-describedby={`${id}-hint`}
        className={`${controlClassName} max-w-md font-mono`}
      />
      <div role="status" className="grid gap-1 empty:hidden">
        {!enough ? null : found.length === 0 ? (
          <p>{words.searchNone}</p>
        ) : (
          <>
            <p>{words.searchFound}</p>
            <ul className="grid gap-1">
              {found.slice(0, MOST_SHOWN).map((receipt) => (
                <li key={receipt}>
                  <span className="font-mono font-semibold">{shortHash(receipt)}</span>
                  <code className="block text-xs break-all text-ink-soft">{receipt}</code>
                </li>
              ))}
            </ul>
            {found.length > MOST_SHOWN ? <p>{words.searchMore}</p> : null}
          </>
        )}
      </div>
    </div>
  );
}
