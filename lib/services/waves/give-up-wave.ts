import { destroyUnopenedBox } from "@/lib/data/unopened-box";
import { forgetSeats } from "@/lib/data/seats";
import { forgetShareHashes } from "@/lib/data/trustees";
import { keyWriter } from "@/lib/server/key-store/key-writer";
import type { ServiceContext } from "../context";

/**
 * Gives a closed wave up: its keys and shares go first, then slips, then its ballots, unread, with the audit
 * event in one transaction. Killed before that and run again, it goes on. With `onlyEmpty` nothing goes
 * before it is certain that there is no ballot in the box. False when there is one, or a release already.
 */
export async function giveUpWave(
  context: ServiceContext,
  waveId: string,
  { onlyEmpty }: { readonly onlyEmpty: boolean },
): Promise<boolean> {
  const { actor } = context;
  if (!onlyEmpty) await destroyKeys(waveId);
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
    { onlyEmpty },
  );
  // Again: until a moment ago a trustee could give a share back.
  if (gone) await destroyKeys(waveId);
  return gone;
}

async function destroyKeys(waveId: string): Promise<void> {
  await keyWriter().destroy(waveId);
  await forgetSeats(waveId);
  await forgetShareHashes(waveId);
}
