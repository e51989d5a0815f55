import { checkCode } from "@/lib/ballots/wire/admission-code";
import { listReceiversOf } from "@/lib/data/adult-receivers";
import { findGroupMargin, findMarginByJoinCode } from "@/lib/data/margins";
import { validatePolicy, type Policy } from "@/lib/disclosure/policy";
import { nominationsGroup } from "@/lib/network/nomination-rules";
import { textGroup } from "@/lib/texts/publish-texts";
import { slipsByName } from "@/lib/waves/options";
import { readWaveOptions } from "@/lib/waves/read-options";
import { isRotating } from "@/lib/instruments/forms";
import { type Instrument, instrumentSchema } from "@/lib/instruments/instrument";
import { findRecordings, type FoundRecording } from "../recordings/find-recordings";

/** What a student's first screen shows, from the class code alone: anybody may ask. */
export type ClassPulse =
  | { readonly state: "wrong-code" }
  | {
      readonly state: "not-open" | "closed";
      readonly className: string;
      readonly timeZone: string;
      /** When it opens or closed; null when it was moved by hand, or is about to be moved by the clock. */
      readonly when: Date | null;
    }
  | {
      readonly state: "open";
      readonly className: string;
      readonly timeZone: string;
      readonly closesAt: Date;
      readonly joinCode: string;
      readonly waveId: string;
      /** Whose ballots the class casts, with its name: itself, or what a small class rolls up into. */
      readonly marginId: string;
      readonly marginLabel: string;
      /** Demographics for which further ballots are cast. */
      readonly dimensions: readonly string[];
      /** Slips have names, so the school can see who took part. */
      readonly byName: boolean;
      /** Where a student's own words go: all of the school's together. Null: nobody here is asked for any. */
      readonly words: { readonly marginId: string; readonly label: string } | null;
      /** Where a class's nominations go, under the name of the class. Null: it is not asked. */
      readonly nominations: { readonly marginId: string } | null;
      readonly manifestHash: string;
      readonly instrument: Instrument;
      readonly policy: Policy;
      /** What people have recorded of these questions, by item and language. */
      readonly recordings: readonly FoundRecording[];
      /** Somebody receives what students of the class's school send to ask for an adult. */
      readonly mayAskAdult: boolean;
    };

/** Reads a class's pulse by its join code, however the code is spelled. Tells nothing about answers. */
export async function readClassPulse(now: Date, joinCode: string): Promise<ClassPulse> {
  const checked = checkCode("join", joinCode);
  const margin = checked.ok ? await findMarginByJoinCode(checked.code) : null;
  if (margin === null) return { state: "wrong-code" };
  const { wave, label: className } = margin;
  const { timeZone, opensAt, closesAt, manifestHash } = wave;
  if (wave.state === "closed" || wave.state === "sealed" || closesAt <= now) {
    return { state: "closed", className, timeZone, when: closesAt <= now ? closesAt : null };
  }
  if (wave.state !== "open" || manifestHash === null) {
    return { state: "not-open", className, timeZone, when: opensAt > now ? opensAt : null };
  }
  const policy = validatePolicy(wave.policy as Record<keyof Policy, unknown>);
  if (!policy.ok) throw new Error(`the policy of this wave is refused: ${policy.message}`);
  const options = readWaveOptions(wave.options);
  const { dimensions, words, nominations } = options;
  const { waveId } = margin;
  const groupOf = (groupId: string) => findGroupMargin({ waveId, groupId });
  const instrument = instrumentSchema.parse(wave.instrument);
  const [asked, named, recordings, receivers] = await Promise.all([
    words ? groupOf(textGroup(margin.schoolId)) : null,
    nominations ? groupOf(nominationsGroup(margin.classId)) : null,
    // Whoever fetches a recording shows which question they were dealt: where that is nobody's to know, there is none.
    isRotating(instrument) ? [] : findRecordings(instrument),
    listReceiversOf(margin.schoolId),
  ]);
  return {
    state: "open",
    className,
    timeZone,
    closesAt,
    joinCode: margin.joinCode,
    waveId,
    marginId: margin.ballotMarginId,
    marginLabel: margin.ballotMargin?.label ?? className,
    dimensions,
    byName: slipsByName(options),
    words: asked === null ? null : { marginId: asked.id, label: asked.label },
    nominations: named === null ? null : { marginId: named.id },
    manifestHash,
    instrument,
    policy: policy.policy,
    recordings,
    mayAskAdult: receivers.length > 0,
  };
}
