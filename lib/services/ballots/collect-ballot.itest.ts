import { afterAll, beforeAll, describe, expect, it } from "vitest";
import handler from "@/pages/api/ballots/collect";
import { formatCode, generateCode } from "@/lib/ballots/wire/admission-code";
import { prisma } from "@/lib/data/client";
import { closeWave } from "@/lib/services/waves/close-wave";
import { collectBallot } from "./collect-ballot";
import { serve } from "./testdata/serve";
import {
  type Ballot,
  contextOf,
  makeBallot,
  makeWave,
  now,
  printClass,
  startInstallation,
  type TestClass,
} from "./testdata/ballot-wave";

let installation: Awaited<ReturnType<typeof startInstallation>>;
beforeAll(async () => {
  installation = await startInstallation();
});
afterAll(() => installation.stop());

const anonymous = contextOf("anonymous");
const random = (length: number) => anonymous.randomBytes(length);

function ask(target: TestClass, seatCode: string, ballot: Pick<Ballot, "blinded">) {
  const requests = [{ marginId: target.marginId, blinded: ballot.blinded }];
  return { joinCode: target.joinCode, seatCode, requests };
}

async function only(options: Parameters<typeof makeWave>[0] = {}) {
  const wave = await makeWave(options);
  const target = wave.classes[0]!;
  return { wave, target, seats: target.seatCodes, ballot: await makeBallot(wave, target) };
}

const seatStates = async (marginId: string) => {
  const rows = await prisma().seat.findMany({ where: { marginId }, select: { state: true } });
  return rows.map(({ state }) => state).sort();
};
/** Twelve seats, of which so many were collected. */
const twelve = (collected: number) =>
  Array.from({ length: 12 }, (_, seat) => (seat < collected ? "collected" : "unused"));

describe("collectBallot", () => {
  it("signs the blinded ballot of a right code, however it is spelled", async () => {
    const { target, seats, ballot } = await only();
    const spelled = ` ${formatCode(seats[0]!).toLowerCase()} `;
    const outcome = await collectBallot(anonymous, ask(target, spelled, ballot));
    expect(outcome).toMatchObject({
      ok: true,
      value: { signatures: [{ marginId: target.marginId }] },
    });
    if (!outcome.ok) return;
    expect(await ballot.record(outcome.value.signatures[0]!.signature)).toHaveLength(512);
    expect(await seatStates(target.marginId)).toEqual(twelve(1));
  });

  it("answers the same request again with the same signature, and no other request", async () => {
    const { wave, target, seats, ballot } = await only();
    const first = await collectBallot(anonymous, ask(target, seats[0]!, ballot));
    const again = await collectBallot(anonymous, ask(target, seats[0]!, ballot));
    expect(first.ok).toBe(true);
    expect(again).toEqual(first);
    const other = await makeBallot(wave, target);
    expect(await collectBallot(anonymous, ask(target, seats[0]!, other))).toEqual({
      ok: false,
      code: "used",
    });
  });

  it("gives one slip one ballot when two devices use it at once", async () => {
    const { wave, target, seats } = await only();
    const ballots = await Promise.all(Array.from({ length: 12 }, () => makeBallot(wave, target)));
    const outcomes = await Promise.all(
      ballots.map((ballot) => collectBallot(anonymous, ask(target, seats[0]!, ballot))),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((one) => !one.ok && one.code === "used")).toHaveLength(11);
  });

  it("refuses a code nobody has, and one of another class", async () => {
    const wave = await makeWave({ classes: 2 });
    const [here, there] = wave.classes as [TestClass, TestClass];
    const ballot = await makeBallot(wave, here);
    const refused = { ok: false, code: "wrong-code" };
    const made = generateCode("seat", random);
    expect(await collectBallot(anonymous, ask(here, made, ballot))).toEqual(refused);
    expect(await collectBallot(anonymous, ask(here, there.seatCodes[0]!, ballot))).toEqual(refused);
    expect(await collectBallot(anonymous, ask(here, "7KM2-XQR?", ballot))).toEqual(refused);
    const lost = {
      ...ask(here, here.seatCodes[0]!, ballot),
      joinCode: generateCode("join", random),
    };
    expect(await collectBallot(anonymous, lost)).toEqual(refused);
    expect(await seatStates(here.marginId)).toEqual(twelve(0));
  });

  it("refuses a slip of a sheet that was printed again, like one that was used: nobody learns which", async () => {
    const { wave, target, seats, ballot } = await only();
    expect((await collectBallot(anonymous, ask(target, seats[1]!, ballot))).ok).toBe(true);
    const fresh = await printClass(wave.id, target.classId);
    const other = await makeBallot(wave, target);
    const replaced = await collectBallot(anonymous, ask(target, seats[0]!, other));
    const used = await collectBallot(anonymous, ask(target, seats[1]!, other));
    expect(replaced).toEqual({ ok: false, code: "used" });
    expect(used).toEqual(replaced);
    expect(await collectBallot(anonymous, ask(target, fresh.seatCodes[0]!, ballot))).toMatchObject({
      ok: true,
    });
  });

  it("does not sign for another margin, for two, or for a number out of range", async () => {
    const wave = await makeWave({ classes: 2 });
    const [here, there] = wave.classes as [TestClass, TestClass];
    const mine = await makeBallot(wave, here);
    const theirs = await makeBallot(wave, there);
    const seat = here.seatCodes[0]!;
    const malformed = { ok: false, code: "malformed" };
    const elsewhere = { ...ask(here, seat, mine), requests: ask(there, seat, theirs).requests };
    expect(await collectBallot(anonymous, elsewhere)).toEqual(malformed);
    const both = [...ask(here, seat, mine).requests, ...ask(there, seat, theirs).requests];
    expect(await collectBallot(anonymous, { ...elsewhere, requests: both })).toEqual(malformed);
    const zero = Buffer.alloc(256).toString("base64url");
    const huge = Buffer.alloc(256, 255).toString("base64url");
    for (const blinded of [zero, huge]) {
      expect(await collectBallot(anonymous, ask(here, seat, { blinded }))).toEqual(malformed);
    }
    expect(await seatStates(here.marginId)).toEqual(twelve(0));
    expect(await collectBallot(anonymous, ask(here, seat, mine))).toMatchObject({ ok: true });
  });

  it("says when a wave opens, and that one has closed", async () => {
    const opensAt = new Date(now.getTime() + 3_600_000);
    const early = await only({ open: false, opensAt });
    expect(
      await collectBallot(anonymous, ask(early.target, early.seats[0]!, early.ballot)),
    ).toEqual({
      ok: false,
      code: "not-open",
      detail: { opensAt: opensAt.toISOString() },
    });
    const late = await only();
    const request = ask(late.target, late.seats[0]!, late.ballot);
    const closed = { ok: false, code: "closed" };
    const afterwards = contextOf("anonymous", new Date(now.getTime() + 49 * 3_600_000));
    expect(await collectBallot(afterwards, request)).toEqual(closed);
    expect((await closeWave(contextOf("staff"), late.wave.id)).ok).toBe(true);
    expect(await collectBallot(anonymous, request)).toEqual(closed);
    expect(await seatStates(late.target.marginId)).toEqual(twelve(0));
  });

  it("stops a guesser who sends everything at once, in one class only", async () => {
    const { wave, target, seats, ballot } = await only();
    const guesses = Array.from({ length: 200 }, () =>
      collectBallot(anonymous, ask(target, generateCode("seat", random), ballot)),
    );
    const codes = (await Promise.all(guesses)).map((one) => (one.ok ? "signed" : one.code));
    expect(codes.filter((code) => code === "wrong-code")).toHaveLength(120);
    expect(codes.filter((code) => code === "too-many-tries")).toHaveLength(80);
    // Not even the right code is looked at now: being let through would tell the guesser.
    const right = ask(target, seats[0]!, ballot);
    expect(await collectBallot(anonymous, right)).toEqual({ ok: false, code: "too-many-tries" });
    const later = contextOf("anonymous", new Date(now.getTime() + 61_000));
    expect(await collectBallot(later, right)).toMatchObject({ ok: true });
    const other = await only();
    const calm = ask(other.target, other.seats[0]!, other.ballot);
    expect(await collectBallot(anonymous, calm)).toMatchObject({ ok: true });
    expect(wave.id).not.toBe(other.wave.id);
  });

  it("lets a class of 200 collect at once", async () => {
    const { wave, target, seats } = await only({ students: 200 });
    const ballot = await makeBallot(wave, target);
    const outcomes = await Promise.all(
      seats.map((seat) => collectBallot(anonymous, ask(target, seat, ballot))),
    );
    expect(outcomes.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(120);
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome.ok) continue;
      const retry = await collectBallot(anonymous, ask(target, seats[index]!, ballot));
      expect(retry).toMatchObject({ ok: true });
    }
  });

  it("leaves no order: all seats of the class are rewritten together", async () => {
    const { target, seats, ballot } = await only({ students: 10 });
    await collectBallot(anonymous, ask(target, seats[4]!, ballot));
    const [row] = await prisma().$queryRaw<{ transactions: bigint }[]>`
      SELECT count(DISTINCT xmin::text) AS transactions FROM seats
      WHERE margin_id = ${target.marginId}::uuid`;
    expect(Number(row!.transactions)).toBe(1);
  });
});

describe("POST /api/ballots/collect", () => {
  let route: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    route = await serve(handler);
  });
  afterAll(() => route.stop());
  const post = (body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(route.url, { method: "POST", body, headers });

  it("answers with signatures that nothing keeps, and sets no cookie", async () => {
    const { target, seats, ballot } = await only();
    const response = await post(JSON.stringify(ask(target, seats[0]!, ballot)), {
      cookie: "next-auth.session-token=x",
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(Object.keys((await response.json()) as object)).toEqual(["signatures"]);
  });

  it.each([
    ["nothing", ""],
    ["no JSON", "{"],
    ["not UTF-8", new Uint8Array([0x22, 0xff, 0x22])],
    ["another shape", JSON.stringify({ joinCode: 1 })],
    ["a prototype", '{"__proto__":{"joinCode":"a"}}'],
    ["20 kB", JSON.stringify({ joinCode: "x".repeat(20_000) })],
  ])("refuses %s", async (_name, body) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ code: "malformed" });
  });

  it("answers each refusal with its code", async () => {
    const { wave, target, seats, ballot } = await only();
    const wrong = await post(JSON.stringify(ask(target, generateCode("seat", random), ballot)));
    expect([wrong.status, await wrong.json()]).toEqual([404, { code: "wrong-code" }]);
    await post(JSON.stringify(ask(target, seats[0]!, ballot)));
    const other = await makeBallot(wave, target);
    const used = await post(JSON.stringify(ask(target, seats[0]!, other)));
    expect([used.status, await used.json()]).toEqual([409, { code: "used" }]);
  });
});
