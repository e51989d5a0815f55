import { isUuid } from "@/lib/ballots/wire/uuid";
import { SHARE_POSITIONS, type SharePosition } from "./key-store";

const NAME = /^([0-9a-f-]{36})(\.(?:waiting|kept)-[123]|\.numbers)?$/;

/** The name of a wave's keys: its id. Throws a `RangeError` on anything but a canonical UUID. */
export function keysName(waveId: string): string {
  if (!isUuid(waveId)) throw new RangeError("a wave id must be a UUID in lower case");
  return waveId;
}

/** The name of a share that waits for its trustee. */
export function waitingName(waveId: string, position: SharePosition): string {
  return `${keysName(waveId)}.waiting-${String(position)}`;
}

/** The name of a share that its trustee has given back after the close. */
export function keptName(waveId: string, position: SharePosition): string {
  return `${keysName(waveId)}.kept-${String(position)}`;
}

/** The name of the key that students' numbers are made with. */
export function pseudonymsName(waveId: string): string {
  return `${keysName(waveId)}.numbers`;
}

/** Every name under which there may be a secret of a wave. */
export function namesOf(waveId: string): readonly string[] {
  return [
    keysName(waveId),
    pseudonymsName(waveId),
    ...SHARE_POSITIONS.map((position) => waitingName(waveId, position)),
    ...SHARE_POSITIONS.map((position) => keptName(waveId, position)),
  ];
}

/**
 * A name taken apart: the wave id, and what follows it (".kept-2"), or "". Only hexadecimal digits, dashes
 * and the endings above get into a path or an argument: no "..", no "/", no NUL. Throws a `RangeError`.
 */
export function splitName(name: string): { readonly waveId: string; readonly ending: string } {
  const [, waveId = "", ending = ""] = NAME.exec(name) ?? [];
  if (!isUuid(waveId)) throw new RangeError("not the name of a secret of a wave");
  return { waveId, ending };
}
