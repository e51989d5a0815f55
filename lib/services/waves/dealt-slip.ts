import { hashSeatCode } from "@/lib/ballots/server/hash-seat-code";
import type { MarginRow } from "@/lib/data/margins";
import type { NewSeat } from "@/lib/data/seats";
import type { WaveDetail } from "@/lib/data/waves";
import { seatPepper } from "@/lib/server/secrets";
import { slipsByName } from "@/lib/waves/options";
import { readWaveOptions } from "@/lib/waves/read-options";
import type { ServiceContext } from "../context";
import type { SlipOwner } from "./slip-owners";

export interface Slip {
  readonly code: string;
  /** Whose slip it is, with demographics or roster sign-in; null where slips are dealt by chance. */
  readonly name: string | null;
}

export interface SlipSheet {
  readonly waveTitle: string;
  readonly classTitle: string;
  readonly timeZone: string;
  readonly joinCode: string;
  readonly manifestHash: string;
  /** One a seat; by name in the order of the names, else in no order that means anything. */
  readonly slips: readonly Slip[];
  readonly byName: boolean;
}

/** A code that was just made, and whose it is; nobody's where slips are dealt by chance. */
export interface DealtSlip {
  readonly code: string;
  readonly owner: SlipOwner | null;
}

/** The seat of a slip, as it is stored: without its code. */
export function newSeat(
  context: Pick<ServiceContext, "randomUuid">,
  { code, owner }: DealtSlip,
  shared: readonly string[],
): NewSeat {
  return {
    id: context.randomUuid(),
    codeHash: Buffer.from(hashSeatCode(code, seatPepper()), "hex"),
    personId: owner?.personId ?? null,
    extraMargins: [...(owner?.extraMargins ?? []), ...shared],
  };
}

/** The slips to print, with their codes: this once. */
export function sheetOf(
  wave: WaveDetail,
  margin: MarginRow,
  dealt: readonly DealtSlip[],
): SlipSheet {
  return {
    waveTitle: wave.title,
    classTitle: margin.label,
    timeZone: wave.timeZone,
    joinCode: margin.joinCode,
    manifestHash: wave.manifestHash ?? "",
    slips: dealt.map(({ code, owner }) => ({ code, name: owner?.name ?? null })),
    byName: slipsByName(readWaveOptions(wave.options)),
  };
}
