import { destroyUnopenedBox } from "@/lib/data/unopened-box";
import { forgetSeats } from "@/lib/data/seats";
import { forgetShareHashes } from "@/lib/data/trustees";
import { keyWriter } from "@/lib/server/key-store/key-writer";
import type { ServiceContext } from "../context";

/**
 * Gives a closed wave up, under the lock that a trustee's code and a release wait for: its keys and shares go
 * first, then its ballots, unread, with the audit event. Killed in between and run again, it goes on. With
 * `onlyEmpty` nothing goes unless there is no ballot in the box. `stillMay` is asked under the lock. False when
 * it says no, when there is a ballot, or a release already.
 */
export async function giveUpWave(
  context: ServiceContext,
  waveId: string,
  {
    onlyEmpty,
    stillMay = () => Promise.resolve(true),
  }: { readonly onlyEmpty: boolean; readonly stillMay?: () => Promise<boolean> },
): Promise<boolean> {
  const { actor } = context;
  const staff = actor.kind === "staff";
  const gone = await destroyUnopenedBox(
    waveId,
    {
      id: context.randomUuid(),
      at: context.now,
      accountId: staff ? actor.accountId : null,
      accountName: staff ? actor.name : "Hearth",
      detail: onlyEmpty ? { reason: "never opened" } : {},
    },
    { onlyEmpty, stillMay, first: () => keyWriter().destroy(waveId) },
  );
  if (gone) await forgetWhoTookPart(waveId);
  return gone;
}

/** Seats, demographic groups and shares of a wave that was given up. Doing it again does nothing more. */
export async function forgetWhoTookPart(waveId: string): Promise<void> {
  await forgetSeats(waveId);
  await forgetShareHashes(waveId);
}
