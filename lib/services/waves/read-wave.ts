import { can, type ClassRef } from "@/lib/access/can";
import { listClasses } from "@/lib/data/classes";
import { findReleaseStamp } from "@/lib/data/releases";
import { findSealProgress } from "@/lib/data/seal-progress";
import { readSeatProgress } from "@/lib/data/seats";
import { findWave, type WaveDetail } from "@/lib/data/waves";
import { FLOOR_POLICY, type Policy } from "@/lib/disclosure/policy";
import { failure, type Result, success } from "@/lib/result";
import type { Admission } from "@/lib/waves/options";
import { readWaveOptions } from "@/lib/waves/read-options";
import { collectedFloor, seatsLeft } from "@/lib/waves/participation";
import type { ServiceContext } from "../context";
import { readWaveTrustees, type WaveTrusteesView } from "../trustees/wave-trustees";
import { classesOfWave } from "./classes-of-wave";
import { storedScope } from "./stored-scope";

export interface WaveClassView {
  readonly classId: string;
  readonly title: string;
  readonly schoolName: string;
  readonly rosterSize: number | null;
  /** Ballots collected, rounded down to a block; null unless the wave is open or waits for its seal. */
  readonly collectedFloor: number | null;
  /** Seats without a ballot, from that block alone; null wherever that is. */
  readonly left: { readonly lo: number; readonly hi: number } | null;
  readonly slipsMade: boolean;
}

export interface WaveView {
  readonly id: string;
  readonly title: string;
  readonly state: WaveDetail["state"];
  readonly audience: string;
  readonly timeZone: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly manifestHash: string | null;
  /** Demographics by which it is counted beside classes. */
  readonly dimensions: readonly string[];
  /** Students may write a few words. */
  readonly words: boolean;
  /** Students of larger classes may name classmates. */
  readonly nominations: boolean;
  /** How students get in. */
  readonly admission: Admission;
  /** Fewest respondents in anything shown. */
  readonly k: number;
  /** Ballots collected are shown in blocks of this many. */
  readonly block: number;
  /** The actor's classes in it. */
  readonly classes: readonly WaveClassView[];
  /** Classes in it that are not the actor's. */
  readonly otherClasses: number;
  /**
   * `hash` is for everybody: it is salted. Without a salt (old releases) for those who may download only.
   * Attack: a teacher of one class knows part of the release and tries bands for the rest until the hash fits;
   * it covers groups that are not theirs (docs/decisions/0011).
   */
  readonly release: { readonly hash: string | null; readonly sealedOn: Date } | null;
  /** How much of the results is made, of 100; null before that begins and after it ends. */
  readonly sealedPercent: number | null;
  /** Who holds its key between them; null when the server does. */
  readonly trustees: WaveTrusteesView | null;
  readonly may: {
    readonly run: boolean;
    readonly download: boolean;
    readonly destroy: boolean;
    /** Read what students wrote. */
    readonly readWords: boolean;
  };
}

/** A wave as its page shows it, cut to the actor's classes. */
export async function readWave(
  context: ServiceContext,
  waveId: string,
): Promise<Result<WaveView, "missing">> {
  const wave = await findWave(waveId);
  if (wave === null) return failure("missing");
  const classes = await classesOfWave(wave);
  const { actor } = context;
  if (!can(actor, "wave.read", { classes }).allowed) return failure("missing");
  const own = classes.filter((target) => mayRead(context, target));
  const [schools, progress, release, sealing] = await Promise.all([
    schoolNames(own),
    readSeatProgress({ waveId }),
    findReleaseStamp(waveId),
    wave.state === "closed" ? findSealProgress(waveId) : null,
  ]);
  const policy = wave.policy as Partial<Policy> | null;
  const download = can(actor, "wave.download", { classes }).allowed;
  const run = can(actor, "wave.close", { classes }).allowed;
  const { trustees, mayDestroy } = await readWaveTrustees(context, wave, run);
  const { dimensions, words, nominations, admission } = readWaveOptions(wave.options);
  const schoolIds = new Set(own.map(({ schoolId }) => schoolId));
  const mayReadWords = (schoolId: string) => can(actor, "words.read", { schoolId }).allowed;
  const counting = wave.state === "open" || wave.state === "closed";
  return success({
    id: wave.id,
    title: wave.title,
    state: wave.state,
    audience: storedScope(wave.scope).label,
    timeZone: wave.timeZone,
    opensAt: wave.opensAt,
    closesAt: wave.closesAt,
    manifestHash: wave.manifestHash,
    ...{ dimensions, words, nominations, admission },
    k: policy?.k ?? FLOOR_POLICY.k,
    block: FLOOR_POLICY.participationBlock,
    classes: own
      .map(({ classId, title, margin }) => {
        const seats = margin === null ? undefined : progress.get(margin.id);
        const floor = counting ? blocks(seats?.collected ?? 0) : null;
        return {
          classId,
          title,
          schoolName: schools.get(classId) ?? "",
          rosterSize: margin?.rosterSize ?? null,
          collectedFloor: floor,
          left:
            floor === null || margin === null
              ? null
              : seatsLeft(floor, margin.rosterSize, FLOOR_POLICY.participationBlock),
          slipsMade: seats !== undefined,
        };
      })
      .sort(bySchoolAndTitle),
    otherClasses: classes.length - own.length,
    release:
      release === null
        ? null
        : {
            hash: release.salted || download ? release.hash : null,
            sealedOn: release.sealedOn,
          },
    sealedPercent:
      sealing === null ? null : Math.floor((100 * sealing.done) / Math.max(1, sealing.of)),
    trustees,
    may: {
      ...{ run, download, destroy: mayDestroy },
      readWords: release !== null && words && [...schoolIds].some(mayReadWords),
    },
  });
}

/** "9A" before "10A", as people count. */
function bySchoolAndTitle(a: WaveClassView, b: WaveClassView): number {
  const bySchool = a.schoolName.localeCompare(b.schoolName, "en");
  return bySchool === 0 ? a.title.localeCompare(b.title, "en", { numeric: true }) : bySchool;
}

function blocks(collected: number): number {
  return collectedFloor(collected, FLOOR_POLICY.participationBlock);
}

function mayRead({ actor }: ServiceContext, { classId, schoolId }: ClassRef): boolean {
  return can(actor, "class.read", { classId, schoolId }).allowed;
}

async function schoolNames(
  classes: readonly { readonly classId: string }[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await listClasses({ ids: classes.map((row) => row.classId) });
  return new Map(rows.map((row) => [row.id, row.schoolName]));
}
