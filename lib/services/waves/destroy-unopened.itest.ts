import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findReleaseBody } from "@/lib/data/releases";
import { findWave } from "@/lib/data/waves";
import { readClass } from "@/lib/services/insight/read-class";
import { readOverview } from "@/lib/services/overview/read-overview";
import { listTrusteeTasks } from "@/lib/services/trustees/list-trustee-tasks";
import { readTrusteeship } from "@/lib/services/trustees/read-trusteeship";
import {
  addColleagues,
  closedTrusteeWave,
  confirm,
  openTrusteeWave,
  TRUSTEES,
} from "@/lib/services/trustees/testdata/trustee-wave";
import { raiseFlags } from "@/lib/services/flags/raise-flags";
import { destroyUnopened } from "./destroy-unopened";
import { listWaves } from "./list-waves";
import { readRelease } from "./read-release";
import { readWave } from "./read-wave";
import { sealWave } from "./seal-wave";
import { closedTestWave, openTestWave } from "./testdata/closed-wave";
import { contextAt, openWaveSchool, staff, type WaveSchool } from "./testdata/wave-school";

let school: WaveSchool;
beforeAll(async () => {
  school = await openWaveSchool();
  await addColleagues(school);
});
afterAll(() => school.close());

let week = 0;
const nextMonday = () => new Date(Date.parse("2026-09-07T14:00:00Z") + 42 * 86_400_000 * week++);
const daysOn = (at: Date, days: number) => new Date(at.getTime() + days * 86_400_000);
const ballots = { far: Array.from({ length: 12 }, () => [5, 4, 5, 4, 5, 4]) };
const system = { kind: "system" } as const;
const ballotsOf = async (waveId: string) =>
  (await school.asOwner("SELECT 1 FROM ballot_box WHERE wave_id = $1", [waveId])).length;
const filesOf = (waveId: string) =>
  readdirSync(school.keyDir).filter((name) => name.startsWith(waveId));

describe("giving up a pulse that cannot be opened", () => {
  it("deletes its ballots unread, with keys, shares and slips, and says who did", async () => {
    const { waveId, codes, now } = await closedTrusteeWave(ballots, nextMonday());
    expect((await confirm(waveId, 1, codes[1], now)).ok).toBe(true);
    // Not before the others have had a week: else one person could make unwelcome answers vanish at once.
    for (const early of [now, daysOn(now, 6.9)]) {
      expect(await readWave(contextAt(early), waveId)).toMatchObject({
        value: { trustees: { confirmed: 1, waits: true }, may: { destroy: false } },
      });
      expect(await destroyUnopened(contextAt(early), waveId)).toMatchObject({ code: "not-stuck" });
    }
    const later = daysOn(now, 7);
    expect(await readWave(contextAt(later), waveId)).toMatchObject({
      value: { may: { destroy: true } },
    });
    expect(await destroyUnopened(contextAt(later), waveId)).toEqual({ ok: true, value: null });
    expect((await findWave(waveId))?.state).toBe("sealed");
    expect(await ballotsOf(waveId)).toBe(0);
    expect(filesOf(waveId)).toEqual([]);
    expect(await findReleaseBody(waveId)).toBeNull();
    const left = `SELECT 1 FROM wave_trustees WHERE wave_id = $1 AND share_hash IS NOT NULL
      UNION ALL SELECT 1 FROM seats s JOIN margins m ON m.id = s.margin_id WHERE m.wave_id = $1`;
    expect(await school.asOwner(left, [waveId])).toEqual([]);
    const events = await school.asOwner(
      "SELECT account_name, detail FROM audit_events WHERE subject_id = $1 AND action = 'wave.destroyed-unopened'",
      [waveId],
    );
    expect(events).toEqual([{ account_name: "Ada", detail: {} }]);

    // The other codes come too late, for good.
    expect(await confirm(waveId, 0, codes[0], now)).toMatchObject({ code: "not-asked" });
    expect(await sealWave(contextAt(now, system), waveId)).toEqual({
      ok: false,
      code: "destroyed",
    });
    expect(await destroyUnopened(contextAt(later), waveId)).toMatchObject({ code: "not-stuck" });
  });

  it("leaves pages that say so, and classes that can be asked again at once", async () => {
    const monday = nextMonday();
    const { waveId, now } = await closedTrusteeWave(ballots, monday);
    const later = daysOn(now, 7);
    expect((await destroyUnopened(contextAt(later), waveId)).ok).toBe(true);
    expect(await readWave(contextAt(now), waveId)).toMatchObject({
      value: { state: "sealed", release: null, may: { destroy: false } },
    });
    const listed = await listWaves(contextAt(now));
    expect(listed.ok && listed.value.find(({ id }) => id === waveId)).toMatchObject({
      state: "sealed",
      sealedOn: null,
      waits: false,
    });
    expect(await readRelease(contextAt(now), waveId)).toEqual({ ok: false, code: "missing" });
    expect(await readClass(contextAt(now), "far")).toMatchObject({ ok: true });
    expect(await readOverview(contextAt(now))).toMatchObject({ ok: true });
    await raiseFlags(contextAt(now, system));
    expect(await readTrusteeship(contextAt(now, TRUSTEES[0]), waveId)).toMatchObject({
      value: { step: "destroyed" },
    });
    expect(await listTrusteeTasks(contextAt(now, TRUSTEES[0]))).toEqual([]);
    const again = await openTestWave(["far"], daysOn(later, 1));
    expect((await findWave(again))?.state).toBe("open");
  });

  it("is for district administrators, and for pulses that are stuck only", async () => {
    const { waveId, now } = await closedTrusteeWave(ballots, nextMonday());
    for (const actor of [
      staff("school-administrator", { schoolIds: ["S2"] }),
      staff("teacher", { classIds: ["far"] }),
      system,
      { kind: "anonymous" } as const,
    ]) {
      const context = contextAt(now, actor);
      expect(await destroyUnopened(context, waveId)).toEqual({ ok: false, code: "missing" });
      const view = await readWave(context, waveId);
      expect(view.ok && view.value.may.destroy).toBe(false);
    }
    expect(await ballotsOf(waveId)).toBe(12);

    // Open, or sealed in a moment: no.
    const open = await openTrusteeWave(ballots, nextMonday());
    expect(await destroyUnopened(contextAt(now), open.waveId)).toMatchObject({ code: "not-stuck" });
    const monday = nextMonday();
    const closed = await closedTestWave(monday, { "7A": ballots.far });
    const at = daysOn(monday, 5);
    expect(await destroyUnopened(contextAt(at), closed)).toMatchObject({ code: "not-stuck" });
    expect(filesOf(closed)).toHaveLength(1);
    // A day later it has evidently lost its key. The day begins when it was closed, which after a failure of the
    // server is long after it should have been.
    await school.asOwner(
      "UPDATE waves SET opens_at = opens_at - interval '30 days', closes_at = closes_at - interval '30 days' WHERE id = $1",
      [closed],
    );
    expect(await destroyUnopened(contextAt(daysOn(at, 0.9)), closed)).toMatchObject({
      code: "not-stuck",
    });
    expect((await destroyUnopened(contextAt(daysOn(at, 1)), closed)).ok).toBe(true);
    expect(await ballotsOf(closed)).toBe(0);
    expect(await ballotsOf(open.waveId)).toBe(12);
  });

  it("and sealing it at the same moment: one of them happens, and nothing is left in either case", async () => {
    for (let run = 0; run < 4; run += 1) {
      const { waveId, codes, now: closed } = await closedTrusteeWave(ballots, nextMonday());
      expect((await confirm(waveId, 0, codes[0], closed)).ok).toBe(true);
      const now = daysOn(closed, 7);
      const [confirmed, destroyed, sealed] = await Promise.all([
        confirm(waveId, 1, codes[1], now),
        destroyUnopened(contextAt(now), waveId),
        new Promise((resolve) => setTimeout(resolve, run * 8)).then(() =>
          sealWave(contextAt(now, system), waveId),
        ),
      ]);
      const release = await findReleaseBody(waveId);
      // A trustee who was thanked has their results, and one who came too late is told so.
      expect(destroyed.ok).toBe(!confirmed.ok);
      if (destroyed.ok) expect(release).toBeNull();
      else expect((await sealWave(contextAt(now, system), waveId)).ok).toBe(true);
      if (sealed.ok) expect(release).not.toBeNull();
      expect(await ballotsOf(waveId)).toBe(0);
      expect(filesOf(waveId)).toEqual([]);
    }
  });
});
