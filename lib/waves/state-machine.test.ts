import { describe, expect, it } from "vitest";
import { dueWaves, nextState, WAVE_STATES, type WaveEvent } from "@/lib/waves/state-machine";

const EVENTS: readonly WaveEvent[] = ["plan", "open", "close", "seal"];

describe("nextState", () => {
  it("goes draft → planned → open → closed → sealed, and knows one shortcut: planned → closed", () => {
    const allowed = WAVE_STATES.flatMap((state) =>
      EVENTS.flatMap((event) => {
        const result = nextState(state, event);
        return result.ok ? [`${state} ${event} ${result.state}`] : [];
      }),
    );
    expect(allowed).toEqual([
      "draft plan planned",
      "planned open open",
      "planned close closed",
      "open close closed",
      "closed seal sealed",
    ]);
  });

  it("never goes back, and says so", () => {
    expect(nextState("closed", "open")).toMatchObject({ ok: false, code: "wave-already-past" });
    expect(nextState("sealed", "seal")).toMatchObject({ ok: false, code: "wave-already-past" });
    expect(nextState("open", "seal")).toMatchObject({ ok: false, code: "wave-too-early" });
    expect(nextState("draft", "open")).toMatchObject({ ok: false, code: "wave-too-early" });
  });
});

describe("dueWaves", () => {
  const wave = (id: string, state: (typeof WAVE_STATES)[number]) => ({
    id,
    state,
    opensAt: new Date("2026-05-04T08:00:00Z"),
    closesAt: new Date("2026-05-08T15:00:00Z"),
  });
  const all = WAVE_STATES.map((state) => wave(state, state));

  it.each([
    ["2026-05-04T07:59:59.999Z", [], [], ["closed"]],
    ["2026-05-04T08:00:00.000Z", ["planned"], [], ["closed"]],
    ["2026-05-08T14:59:59.999Z", ["planned"], [], ["closed"]],
    ["2026-05-08T15:00:00.000Z", [], ["planned", "open"], ["closed"]],
  ])("at %s opens %j, closes %j, seals %j", (now, open, close, seal) => {
    expect(dueWaves(all, new Date(now))).toEqual({ open, close, seal });
  });
});
