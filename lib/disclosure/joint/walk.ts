import type { Position } from "@/lib/disclosure/joint/position";
import type { Witness } from "@/lib/disclosure/joint/witness";

/** Proposals for each atom from one witness of a walk to the next. */
const PROPOSALS = 1;
/** Share of atoms whose leaning changes from one witness to the next. */
const CHANGE_OF_MIND = 0.4;

/**
 * Finds further witnesses near one by letting a student answer otherwise, or two of them, one in place of the
 * other, without breaking a published band. A thousand times cheaper than the solver, and enough for most of
 * what the audit looks for.
 */
export class Walk {
  /** By atom: the kind of move it is inclined to. */
  readonly #lean: Int8Array;

  constructor(private readonly position: Position) {
    this.#lean = new Int8Array(position.moves.model.atoms.length);
  }

  /**
   * The next witness of a walk that leans, in each atom, towards one bucket. A few leanings change at each
   * call, so that the walk comes by most of what a few students could have answered together.
   */
  wander(random: () => number): Witness {
    const { length } = this.#lean;
    const { kinds } = this.position.moves;
    for (let atom = 0; atom < length; atom += 1) {
      if (random() < CHANGE_OF_MIND) this.#lean[atom] = Math.floor(random() * kinds);
    }
    for (let step = 0; step < PROPOSALS * length; step += 1) {
      const atom = Math.floor(random() * length);
      this.#propose(atom * kinds + (this.#lean[atom] ?? 0), random());
    }
    return this.position.point.slice();
  }

  /**
   * Makes a move. If that alone would break a band, then together with one that makes up for it: `which`, from 0
   * up to 1, chooses among those that do.
   */
  #propose(move: number, which: number): void {
    const { position } = this;
    if (!position.hasRoom(move)) return;
    const stop = position.firstWithout(1, move);
    if (stop === null) {
      position.apply(move);
      return;
    }
    const others = position.moves.towards[stop ^ 1] ?? [];
    const other = others[Math.floor(which * others.length)] ?? move;
    // A move and its way back would only change places.
    if (other === (move ^ 1)) return;
    position.apply(move);
    if (position.hasRoom(other) && position.firstWithout(1, other) === null) {
      position.apply(other);
      if (position.firstWithout(0, move) === null) return;
      position.apply(other ^ 1);
    }
    position.apply(move ^ 1);
  }
}
