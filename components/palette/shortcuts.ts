import type { StaffNavItem } from "@/components/layout/staff-nav-items";

/** What pressing keys can do. */
export type ShortcutAction =
  | { readonly kind: "go"; readonly href: string }
  | { readonly kind: "list" }
  | { readonly kind: "search" }
  | { readonly kind: "palette" };

export interface KeyPress {
  readonly key: string;
  /** Ctrl, or Cmd on a Mac. */
  readonly command: boolean;
  /** Alt, or whatever else that makes a different key of it; Shift is in the key already. */
  readonly other: boolean;
  /** The focus is where letters are written. */
  readonly typing: boolean;
}

/** When `g` was pressed, in milliseconds; null when it was not the last key. */
export type Waiting = number | null;

/** How long `g` waits for the second letter. */
export const GO_WITHIN_MS = 1_500;

const LETTERS: Readonly<Record<string, string>> = {
  "/overview": "o",
  "/classes": "c",
  "/flags": "f",
  "/waves": "p",
};

export interface GoShortcut {
  readonly letter: string;
  readonly label: string;
  readonly href: string;
}

/** The places that have a letter, of those in somebody's navigation. */
export function goShortcuts(items: readonly StaffNavItem[]): GoShortcut[] {
  return items.flatMap(({ href, label }) => {
    const letter = LETTERS[href];
    return letter === undefined ? [] : [{ letter, label, href }];
  });
}

/**
 * What a key does, and whether the next one may finish it. Nothing while somebody types, but for Ctrl or Cmd and K.
 *
 * @param single whether keys without Ctrl or Cmd do anything (WCAG 2.1.4: they can be turned off)
 * @param now in milliseconds
 */
export function pressed(
  press: KeyPress,
  waiting: Waiting,
  go: readonly GoShortcut[],
  single: boolean,
  now: number,
): { readonly action: ShortcutAction | null; readonly waiting: Waiting } {
  const nothing = { action: null, waiting: null };
  const key = press.key.toLowerCase();
  if (press.command && !press.other && key === "k") {
    return { action: { kind: "palette" }, waiting: null };
  }
  if (!single || press.command || press.other || press.typing) return nothing;
  if (waiting !== null && now - waiting <= GO_WITHIN_MS) {
    const place = go.find(({ letter }) => letter === key);
    if (place) return { action: { kind: "go", href: place.href }, waiting: null };
  }
  if (key === "g") return { action: null, waiting: now };
  if (key === "?") return { action: { kind: "list" }, waiting: null };
  if (key === "/") return { action: { kind: "search" }, waiting: null };
  return nothing;
}
