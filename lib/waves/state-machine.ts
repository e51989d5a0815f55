/** A wave moves one way, and never back: a reopened wave would let two releases be subtracted. */
export const WAVE_STATES = ["draft", "planned", "open", "closed", "sealed"] as const;
export type WaveState = (typeof WAVE_STATES)[number];

export type WaveEvent = "plan" | "open" | "close" | "seal";

export type TransitionRefusal = {
  readonly ok: false;
  /** `wave-already-past`: it happened, or can no longer happen. `wave-too-early`: another step comes first. */
  readonly code: "wave-already-past" | "wave-too-early";
  readonly message: string;
};

const STEPS: Readonly<
  Record<WaveEvent, { readonly from: readonly WaveState[]; readonly to: WaveState }>
> = {
  plan: { from: ["draft"], to: "planned" },
  open: { from: ["planned"], to: "open" },
  // From "planned" too: a wave whose whole window passed while the server was down closes without opening.
  close: { from: ["planned", "open"], to: "closed" },
  seal: { from: ["closed"], to: "sealed" },
};

/** The state after an event, or why the event is refused. */
export function nextState(
  state: WaveState,
  event: WaveEvent,
): { readonly ok: true; readonly state: WaveState } | TransitionRefusal {
  const { from, to } = STEPS[event];
  if (from.includes(state)) return { ok: true, state: to };
  const past = WAVE_STATES.indexOf(state) >= WAVE_STATES.indexOf(to);
  const code = past ? "wave-already-past" : "wave-too-early";
  const message = past
    ? `the wave is ${state}: it can no longer be made ${to}`
    : `the wave is ${state}: it must be ${from.join(" or ")} before it can be made ${to}`;
  return { ok: false, code, message };
}

export type ScheduledWave = {
  readonly id: string;
  readonly state: WaveState;
  readonly opensAt: Date;
  readonly closesAt: Date;
};

/** Ids of waves to move, each list in the order given. A wave is in one list at most. */
export type DueWaves = {
  readonly open: readonly string[];
  readonly close: readonly string[];
  readonly seal: readonly string[];
};

/**
 * What the schedule asks for at `now`. Opens within [opensAt, closesAt), closes from closesAt on, and seals
 * whatever is closed, so that a seal which was interrupted is taken up again. Drafts are left alone.
 */
export function dueWaves(waves: readonly ScheduledWave[], now: Date): DueWaves {
  const at = now.getTime();
  const due = { open: [] as string[], close: [] as string[], seal: [] as string[] };
  for (const { id, state, opensAt, closesAt } of waves) {
    const over = at >= closesAt.getTime();
    if (state === "closed") due.seal.push(id);
    else if ((state === "planned" || state === "open") && over) due.close.push(id);
    else if (state === "planned" && at >= opensAt.getTime()) due.open.push(id);
  }
  return due;
}
