"use client";

import { useEffect, useEffectEvent, useRef } from "react";

import { type GoShortcut, pressed, type ShortcutAction, type Waiting } from "./shortcuts";

/** Inputs in which no letters are written. */
const NOT_WRITTEN = ["button", "checkbox", "radio", "submit", "reset", "file", "range", "color"];

/** Listens to the keys of the whole page; `onAction` is called with what they ask for. */
export function useShortcuts(
  go: readonly GoShortcut[],
  single: boolean,
  onAction: (action: ShortcutAction) => void,
): void {
  const waiting = useRef<Waiting>(null);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    if (["Shift", "Control", "Meta", "Alt"].includes(event.key)) return;
    const press = {
      key: event.key,
      command: event.ctrlKey !== event.metaKey,
      other: event.altKey || (event.ctrlKey && event.metaKey),
      typing: isTyping(event.target),
    };
    const outcome = pressed(press, waiting.current, go, single, Date.now());
    waiting.current = outcome.waiting;
    if (outcome.action === null) return;
    // A question in front of the page is answered first; the palette's own key closes it again.
    const inFront = document.querySelector("[role=dialog], [role=alertdialog]") !== null;
    if (inFront && outcome.action.kind !== "palette") return;
    event.preventDefault();
    onAction(outcome.action);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      onKey(event);
    };
    window.addEventListener("keydown", listener);
    return () => {
      window.removeEventListener("keydown", listener);
    };
  }, []);
}

/** Puts the cursor into the search of the first list on the page that shows one. */
export function focusSearch(): void {
  const fields = document.querySelectorAll<HTMLInputElement>("main input[type=search]");
  const field = [...fields].find((one) => one.offsetParent !== null);
  field?.focus();
  field?.select();
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !NOT_WRITTEN.includes(target.type);
  return (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    target.closest("[role=textbox], [role=combobox], [role=listbox], [role=menu]") !== null
  );
}
