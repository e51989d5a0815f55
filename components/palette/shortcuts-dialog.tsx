"use client";

import { Dialog } from "@/components/ui/dialog";

import type { GoShortcut } from "./shortcuts";

/** Which keys do what, and the switch that turns those of a single key off. Loaded when it is asked for. */
export function ShortcutsDialog({
  go,
  single,
  open,
  onOpenChange,
  onSingle,
}: {
  readonly go: readonly GoShortcut[];
  readonly single: boolean;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onSingle: (single: boolean) => void;
}) {
  return (
    <Dialog
      title="Keyboard shortcuts"
      description="They do nothing while you type in a field."
      open={open}
      onOpenChange={onOpenChange}
    >
      <dl className="grid divide-y divide-line">
        <Line keys={["Ctrl", "K"]} or={["⌘", "K"]}>
          Go to a page, class, flag or school
        </Line>
        {go.map(({ letter, label }) => (
          <Line key={letter} keys={["g", letter]} then>
            {label}
          </Line>
        ))}
        <Line keys={["/"]}>Search the list on this page</Line>
        <Line keys={["?"]}>This list</Line>
      </dl>
      <label className="mt-4 flex min-h-11 items-center gap-3 border-t border-line pt-3">
        <input
          type="checkbox"
          role="switch"
          className="size-5 accent-accent"
          checked={single}
          onChange={(event) => {
            onSingle(event.target.checked);
          }}
        />
        <span>
          Use shortcuts without Ctrl or ⌘
          <span className="block text-sm text-ink-soft">Kept on this device.</span>
        </span>
      </label>
    </Dialog>
  );
}

function Line({
  keys,
  or,
  then = false,
  children,
}: {
  readonly keys: readonly string[];
  readonly or?: readonly string[];
  /** One after the other, not together. */
  readonly then?: boolean;
  readonly children: string;
}) {
  return (
    <div className="flex min-h-11 items-center justify-between gap-4 py-1.5">
      <dt>{children}</dt>
      <dd className="flex shrink-0 items-center gap-1.5 text-sm text-ink-soft">
        <Keys keys={keys} join={then ? "then" : "+"} />
        {or ? (
          <>
            or <Keys keys={or} join="+" />
          </>
        ) : null}
      </dd>
    </div>
  );
}

function Keys({ keys, join }: { readonly keys: readonly string[]; readonly join: string }) {
  return keys.map((key, index) => (
    <span key={key} className="contents">
      {index > 0 ? <span>{join}</span> : null}
      <kbd className="min-w-7 rounded-sm border border-line-strong bg-sunken px-1.5 py-0.5 text-center font-mono text-ink">
        {key}
      </kbd>
    </span>
  ));
}
