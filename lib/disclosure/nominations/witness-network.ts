import { MOST_NAMED } from "@/lib/ballots/wire/nomination";
import {
  IN_DEGREE_BINS,
  type NetworkFigures,
  rounded,
  STEPS,
} from "@/lib/disclosure/nominations/released-network";

/** How far a walk may be from the published figures, in roundings and students, while it looks for more networks. */
const WORST = 6;
/** How readily it goes further away. */
const WARMTH = 0.15;

/**
 * A network that changes step by step, among those with the published figures and a little beyond: each that fits is
 * an example of what may have been answered. The rows of some members stay as they are: what attackers know.
 */
export class WitnessNetwork {
  private readonly ties: Uint8Array;
  private readonly given: number[];
  private readonly received: number[];
  private total = 0;
  private returned = 0;
  private away = 0;
  private readonly free: readonly number[];

  constructor(
    private readonly members: number,
    ties: Uint8Array,
    private readonly published: NetworkFigures,
    private readonly known: readonly number[],
    private readonly random: () => number,
  ) {
    this.ties = ties.slice();
    this.given = new Array<number>(members).fill(0);
    this.received = new Array<number>(members).fill(0);
    for (let a = 0; a < members; a += 1) {
      for (let b = 0; b < members; b += 1) {
        if (!this.has(a, b)) continue;
        this.count(a, b, 1);
        if (this.has(b, a)) this.returned += 1;
      }
    }
    this.free = Array.from({ length: members }, (_, at) => at).filter((at) => !known.includes(at));
    this.away = this.distance();
    if (!this.fits) throw new Error("the figures are not those of this network");
  }

  /** Whether it has the published figures now. */
  get fits(): boolean {
    return this.away === 0;
  }

  has(from: number, to: number): boolean {
    return this.ties[from * this.members + to] === 1;
  }

  /** Whether nobody names this member. */
  isAlone(member: number): boolean {
    return this.received[member] === 0;
  }

  /** One change, kept or taken back. */
  step(): void {
    const kind = this.random();
    if (kind < 0.15) this.changePlaces();
    else if (kind < 0.7) this.retarget();
    else this.toggle();
  }

  /** Two members about whom the attackers know the same change places: every figure stays. */
  private changePlaces(): void {
    const [u, v] = [this.someFree(), this.someFree()];
    if (u === v || this.known.some((a) => this.has(a, u) !== this.has(a, v))) return;
    const n = this.members;
    for (let at = 0; at < n; at += 1) if (at !== u && at !== v) this.swap(u * n + at, v * n + at);
    for (let at = 0; at < n; at += 1) if (at !== u && at !== v) this.swap(at * n + u, at * n + v);
    this.swap(u * n + v, v * n + u);
    for (const counts of [this.given, this.received]) {
      [counts[u], counts[v]] = [counts[v] ?? 0, counts[u] ?? 0];
    }
  }

  /** Somebody names another classmate in the place of one. */
  private retarget(): void {
    const from = this.someFree();
    const old = this.someNamedBy(from);
    // Friends name each other more than chance would: else the walk would lose its returned ties and find no way back.
    const next = this.random() < 0.5 ? this.some() : this.someWhoNames(from);
    if (old === null || next === from || this.has(from, next)) return;
    this.set(from, old, false);
    this.set(from, next, true);
    this.keepOrNot(() => {
      this.set(from, next, false);
      this.set(from, old, true);
    });
  }

  /** Somebody names one classmate more, or one less. */
  private toggle(): void {
    const from = this.someFree();
    const more = this.random() < 0.5;
    const to = more ? this.some() : this.someNamedBy(from);
    if (to === null || to === from || this.has(from, to) === more) return;
    if (more && (this.given[from] ?? 0) >= MOST_NAMED) return;
    this.set(from, to, more);
    this.keepOrNot(() => {
      this.set(from, to, !more);
    });
  }

  private keepOrNot(takeBack: () => void): void {
    const away = this.distance();
    const worse = away - this.away;
    if (away <= WORST && (worse <= 0 || this.random() < Math.exp(-worse / WARMTH))) {
      this.away = away;
    } else takeBack();
  }

  private set(from: number, to: number, tie: boolean): void {
    this.ties[from * this.members + to] = tie ? 1 : 0;
    this.count(from, to, tie ? 1 : -1);
    if (this.has(to, from)) this.returned += tie ? 2 : -2;
  }

  private count(from: number, to: number, by: 1 | -1): void {
    this.given[from] = (this.given[from] ?? 0) + by;
    this.received[to] = (this.received[to] ?? 0) + by;
    this.total += by;
  }

  /** How far its figures are from the published ones: 0 where all are the same. */
  private distance(): number {
    const { members: n, total, returned, published } = this;
    const most = this.given.reduce(
      (max, own, at) => Math.max(max, own + (this.received[at] ?? 0)),
      0,
    );
    const density = total / (n * (n - 1));
    const centralization = (n * most - 2 * total) / (2 * (n - 1) * (n - 2));
    let away =
      steps(density, published.density, STEPS.density) +
      steps(total === 0 ? 2 : returned / total, published.reciprocity, STEPS.reciprocity) +
      steps(centralization, published.centralization, STEPS.centralization);
    for (const { id, from, to } of IN_DEGREE_BINS) {
      let students = 0;
      for (const count of this.received) if (count >= from && count <= to) students += 1;
      const { lo, hi } = published.inDegree[id];
      away += Math.max(0, lo - students, students - hi);
    }
    return away;
  }

  private swap(one: number, other: number): void {
    const kept = this.ties[one] ?? 0;
    this.ties[one] = this.ties[other] ?? 0;
    this.ties[other] = kept;
  }

  private someFree(): number {
    return this.free[Math.floor(this.random() * this.free.length)] ?? 0;
  }

  private someNamedBy(member: number): number | null {
    return this.find((other) => this.has(member, other));
  }

  /** One whom this member does not name back, or anybody. */
  private someWhoNames(member: number): number {
    const found = this.find((other) => this.has(other, member) && !this.has(member, other));
    return found ?? this.some();
  }

  /** The first that will do, from a member drawn by chance on. */
  private find(wanted: (member: number) => boolean): number | null {
    const start = this.some();
    for (let at = 0; at < this.members; at += 1) {
      const other = (start + at) % this.members;
      if (wanted(other)) return other;
    }
    return null;
  }

  private some(): number {
    return Math.floor(this.random() * this.members);
  }
}

/** 0 for a figure that rounds to the published one; else more the further it is from there. */
function steps(value: number, published: number, step: number): number {
  if (rounded(value, step) === published) return 0;
  return 0.5 + (Math.abs(value - published) * 100) / step;
}
