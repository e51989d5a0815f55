import type { Position } from "@/lib/disclosure/joint/position";
import type { Presence, Witness } from "@/lib/disclosure/joint/witness";

/** Moves that may follow one to mend what it broke. */
const MENDS = 4;
/** Moves that may mend a point of which a program's real numbers were rounded. */
const MENDS_OF_ROUNDED = 60;
/** Further presences that may be out of reach before a repair takes no more along. */
const MISSES = 3;

/**
 * Brings answers near a witness to what the audit looks for: one student moves to where they are wanted, others
 * mend the bands that this broke. Cheap, and often enough; what it does not find the solver is asked.
 */
export class Mender {
  /** By move: the turn in which it was looked at last. */
  readonly #seen: Int32Array;
  #turn = 0;
  #held: (() => void)[] = [];

  constructor(private readonly position: Position) {
    this.#seen = new Int32Array(position.moves.length);
  }

  /**
   * A witness close to `point` that shows all `wanted`, or null if a few moves do not get there. On the way it
   * takes along as many `more` as it comes by.
   */
  repair(
    point: Witness,
    wanted: readonly Presence[],
    more: readonly Presence[] = [],
  ): Witness | null {
    this.position.moveTo(point);
    let reached: Witness | null = null;
    if (wanted.every((presence) => this.#reach(presence))) {
      this.#takeAlong(more);
      reached = this.position.point.slice();
    }
    this.#letGo();
    return reached;
  }

  /** A witness close to a point that shows all `held` but breaks bands, or null if moves do not mend it. */
  mend(point: Witness, held: readonly Presence[]): Witness | null {
    this.position.moveTo(point);
    for (const presence of held) this.#hold(presence);
    const mended = this.#mend(MENDS_OF_ROUNDED, "as-good");
    this.#letGo();
    return mended ? this.position.point.slice() : null;
  }

  #takeAlong(more: readonly Presence[]): void {
    let missed = 0;
    for (const presence of more) {
      if (!this.#reach(presence)) missed += 1;
      if (missed > MISSES) return;
    }
  }

  /** Lets as many students answer as wanted, and holds them there. */
  #reach(presence: Presence): boolean {
    while (this.position.missing(presence) > 0) if (!this.#step(presence)) return false;
    this.#hold(presence);
    return true;
  }

  #step(presence: Presence): boolean {
    const { position } = this;
    const moves = position.moves.to(presence).filter((move) => position.hasRoom(move));
    const free = moves.find((move) => position.firstWithout(1, move) === null);
    if (free !== undefined) {
      position.apply(free);
      return true;
    }
    return moves.some((move) => this.#force(move, presence));
  }

  /** Makes a move that breaks bands and mends them, or takes it back. */
  #force(move: number, presence: Presence): boolean {
    const { position } = this;
    position.apply(move);
    const least = presence.least - Math.max(0, position.missing(presence));
    const release = position.hold({ ...presence, least });
    const mended = this.#mend(MENDS, "better");
    release();
    if (!mended) position.apply(move ^ 1);
    return mended;
  }

  /**
   * Mends broken bands by up to `most` moves, each the one that helps most, or undoes them. "as-good": moves that only
   * exchange one broken band for another will do as well, but none that takes another back.
   */
  #mend(most: number, each: "better" | "as-good"): boolean {
    const done: number[] = [];
    let broken = this.#broken();
    while (broken.length > 0 && done.length < most) {
      const best = this.#bestMove(broken, done, each === "better" ? 1 : 0);
      if (best === null) break;
      this.position.apply(best);
      done.push(best);
      broken = this.#broken();
    }
    if (broken.length === 0) return true;
    for (const move of done.reverse()) this.position.apply(move ^ 1);
    return false;
  }

  /** The sides beyond which a count lies. */
  #broken(): number[] {
    const { slack } = this.position;
    const broken: number[] = [];
    for (let side = 0; side < slack.length; side += 1) {
      if ((slack[side] ?? 0) < 0) broken.push(side);
    }
    return broken;
  }

  /** The move that gains most, and `least` at least, and takes back none of those `done`. */
  #bestMove(broken: readonly number[], done: readonly number[], least: number): number | null {
    const { position } = this;
    this.#turn += 1;
    for (const move of done) this.#seen[move ^ 1] = this.#turn;
    let best: number | null = null;
    let enough = least;
    for (const side of broken) {
      for (const move of position.moves.towards[side ^ 1] ?? []) {
        if (this.#seen[move] === this.#turn) continue;
        this.#seen[move] = this.#turn;
        const gain = position.gain(move);
        if (gain < enough || !position.hasRoom(move)) continue;
        enough = gain + 1;
        best = move;
      }
    }
    return best;
  }

  #hold(presence: Presence): void {
    this.#held.push(this.position.hold(presence));
  }

  #letGo(): void {
    for (const release of this.#held.reverse()) release();
    this.#held = [];
  }
}
