import { prisma, sealerPool, type Tx } from "./client";

/** How far a seal has come. */
export interface SealProgress {
  readonly rung: string;
  readonly done: number;
  readonly of: number;
}

/** Notes how far a seal has come, for the administrator who waits. */
export async function writeSealProgress(waveId: string, progress: SealProgress): Promise<void> {
  await sealerPool().query(
    `INSERT INTO seal_progress (wave_id, rung, done, "of") VALUES ($1, $2, $3, $4)
     ON CONFLICT (wave_id) DO UPDATE SET rung = $2, done = $3, "of" = $4`,
    [waveId, progress.rung, progress.done, progress.of],
  );
}

/** How far the seal of a wave has come; null before it begins and once it is over. */
export async function findSealProgress(
  waveId: string,
  tx: Tx = prisma(),
): Promise<SealProgress | null> {
  const select = { rung: true, done: true, of: true };
  return tx.sealProgress.findUnique({ where: { waveId }, select });
}
