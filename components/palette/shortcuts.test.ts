import { describe, expect, it } from "vitest";

import type { StaffNavItem } from "@/components/layout/staff-nav-items";

import { GO_WITHIN_MS, goShortcuts, type KeyPress, pressed } from "./shortcuts";

const items: StaffNavItem[] = [
  { href: "/classes", label: "My classes", icon: "classes" },
  { href: "/flags", label: "Flags", icon: "flags" },
  { href: "/people", label: "People", icon: "people" },
];
const go = goShortcuts(items);
const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  ...{ key, command: false, other: false, typing: false },
  ...more,
});

describe("keyboard shortcuts", () => {
  it("go only where the navigation goes", () => {
    expect(go.map(({ letter, href }) => `${letter} ${href}`)).toEqual(["c /classes", "f /flags"]);
    expect(pressed(press("o"), 0, go, true, 10).action).toBeNull();
  });

  it("want the letter soon after g", () => {
    const first = pressed(press("g"), null, go, true, 5_000);
    expect(first).toEqual({ action: null, waiting: 5_000 });
    const flags = { kind: "go", href: "/flags" };
    expect(pressed(press("f"), 5_000, go, true, 5_000 + GO_WITHIN_MS).action).toEqual(flags);
    expect(pressed(press("f"), 5_000, go, true, 5_001 + GO_WITHIN_MS).action).toBeNull();
    expect(pressed(press("f"), null, go, true, 5_000).action).toBeNull();
  });

  it("forget g after another key, and begin again with g", () => {
    expect(pressed(press("x"), 0, go, true, 10).waiting).toBeNull();
    expect(pressed(press("g"), 0, go, true, 10).waiting).toBe(10);
  });

  it("list themselves and find the search", () => {
    expect(pressed(press("?"), null, go, true, 0).action).toEqual({ kind: "list" });
    expect(pressed(press("/"), null, go, true, 0).action).toEqual({ kind: "search" });
  });

  it.each([
    ["while somebody types", { typing: true }],
    ["with Alt", { other: true }],
    ["with Ctrl or Cmd", { command: true }],
  ])("do nothing %s", (_when, more) => {
    for (const key of ["?", "/", "f", "g"]) {
      expect(pressed(press(key, more), 0, go, true, 1)).toEqual({ action: null, waiting: null });
    }
  });

  it("can be turned off, all but Ctrl or Cmd and K, which also works in a field", () => {
    for (const key of ["?", "/", "f", "g"]) {
      expect(pressed(press(key), 0, go, false, 1)).toEqual({ action: null, waiting: null });
    }
    const k = press("k", { command: true, typing: true });
    expect(pressed(k, null, go, false, 0).action).toEqual({ kind: "palette" });
    expect(pressed(press("k"), null, go, true, 0).action).toBeNull();
  });
});
