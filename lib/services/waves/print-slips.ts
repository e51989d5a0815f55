import { hashSeatCode } from "@/lib/ballots/server/hash-seat-code";
import { generateCode } from "@/lib/ballots/wire/admission-code";
import { can } from "@/lib/access/can";
import { inTransaction } from "@/lib/data/client";
import {
  findGroupMargin,
  findMargin,
  findMarginRoster,
  listCrossingMargins,
  type MarginRow,
} from "@/lib/data/margins";
import { listPeopleByIds } from "@/lib/data/people";
import { replaceSeats } from "@/lib/data/seats";
import { findWave, type WaveDetail } from "@/lib/data/waves";
import { failure, type Result, success } from "@/lib/result";
import { seatPepper } from "@/lib/server/secrets";
import { nominationsGroup } from "@/lib/network/nomination-rules";
import { textGroup } from "@/lib/texts/publish-texts";
import { readWaveOptions } from "@/lib/waves/options";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";

export interface Slip {
  readonly code: string;
  /** Whose slip it is, where a pulse counts demographics; null where slips are dealt by chance. */
  readonly name: string | null;
}

export interface SlipSheet {
  readonly waveTitle: string;
  readonly classTitle: string;
  readonly joinCode: string;
  readonly manifestHash: string;
  /** One a seat; by name in the order of the names, else in no order that means anything. */
  readonly slips: readonly Slip[];
  readonly byName: boolean;
}

/**
 * Makes a sheet of seat slips for one class, one for each student on the roster. Making it again revokes
 * every slip not used yet: a lost sheet is worth nothing. The sheet has the same size however many have
 * answered: slips for those left would tell exactly how many that is. There are never more ballots than
 * students all the same, because collecting stops at the roster's size.
 *
 * A pulse that counts demographics deals slips by name: which demographic ballots a slip may collect depends
 * on whose it is. Codes are shown once: only hashes are kept.
 */
export async function printSlips(
  context: ServiceContext,
  target: { waveId: string; classId: string },
): Promise<Result<SlipSheet, "missing" | "closed">> {
  const [wave, margin] = await Promise.all([findWave(target.waveId), findMargin(target)]);
  if (wave === null || margin === null) return failure("missing");
  if (!can(context.actor, "slips.print", margin).allowed) return failure("missing");
  if (wave.state !== "planned" && wave.state !== "open") return failure("closed");

  const owners = await slipOwners(wave, margin);
  const codes = new Set<string>();
  while (codes.size < margin.rosterSize) {
    codes.add(generateCode("seat", context.randomBytes));
  }
  const shared = await sharedMargins(wave, margin);
  const dealt = [...codes].map((code, index) => ({ code, owner: owners?.[index] ?? null }));
  await inTransaction(async (tx) => {
    await replaceSeats(
      tx,
      margin.id,
      dealt.map(({ code, owner }) => ({
        id: context.randomUuid(),
        codeHash: Buffer.from(hashSeatCode(code, seatPepper()), "hex"),
        personId: owner?.personId ?? null,
        extraMargins: [...(owner?.extraMargins ?? []), ...shared],
      })),
    );
    await recordEvent(tx, context, {
      action: "slips.printed",
      subjectType: "class",
      subjectId: margin.classId,
      detail: { wave: wave.title, slips: dealt.length },
    });
  });
  return success({
    waveTitle: wave.title,
    classTitle: margin.label,
    joinCode: margin.joinCode,
    manifestHash: wave.manifestHash ?? "",
    slips: dealt.map(({ code, owner }) => ({ code, name: owner?.name ?? null })),
    byName: owners !== null,
  });
}

interface SlipOwner {
  readonly personId: string;
  readonly name: string;
  readonly extraMargins: readonly string[];
}

/** The students of a class by name, or null where slips are dealt by chance. */
async function slipOwners(wave: WaveDetail, margin: MarginRow): Promise<SlipOwner[] | null> {
  if (readWaveOptions(wave.options).dimensions.length === 0) return null;
  const personIds = await findMarginRoster(margin.id);
  const [people, extra] = await Promise.all([
    listPeopleByIds(personIds),
    listCrossingMargins({ waveId: wave.id, personIds }),
  ]);
  return people.map(({ id, givenName, familyName }) => ({
    personId: id,
    name: `${givenName} ${familyName}`.trim(),
    extraMargins: extra.get(id) ?? [],
  }));
}

/** Margins for words of the class's school and for its nominations, if the wave has them: the same for every slip. */
async function sharedMargins(wave: WaveDetail, margin: MarginRow): Promise<string[]> {
  const { words, nominations } = readWaveOptions(wave.options);
  const groups = [
    ...(words ? [textGroup(margin.schoolId)] : []),
    ...(nominations ? [nominationsGroup(margin.classId)] : []),
  ];
  const found = groups.map((groupId) => findGroupMargin({ waveId: wave.id, groupId }));
  return (await Promise.all(found)).flatMap((one) => one?.id ?? []);
}
