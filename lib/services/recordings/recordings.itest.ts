import { afterAll, beforeAll, expect, it } from "vitest";
import { GET } from "@/app/api/recordings/[sha256]/route";
import { listMargins } from "@/lib/data/margins";
import { instrumentToJson } from "@/lib/instruments/instrument-file";
import { PULSE_6_12 } from "@/lib/instruments/pulse-6-12";
import { readClassPulse } from "@/lib/services/ballots/read-pulse";
import { importInstrument } from "@/lib/services/instruments/import-instrument";
import { openTestWave } from "@/lib/services/waves/testdata/closed-wave";
import {
  administrator,
  contextAt,
  MONDAY,
  openWaveSchool,
  staff,
  type WaveSchool,
} from "@/lib/services/waves/testdata/wave-school";
import { deleteRecording } from "./delete-recording";
import { saveRecording } from "./save-recording";

let school: WaveSchool;
beforeAll(async () => {
  school = await openWaveSchool();
  await school.asOwner(
    `INSERT INTO accounts (id, email, name, password_hash, role, school_ids, created_at)
     VALUES ($1, 'ada@x.example', 'Ada', 'x', 'district-administrator', '{}', now())`,
    [administrator.accountId],
  );
});
afterAll(() => school.close());

const PULSE = `${PULSE_6_12.id}.${String(PULSE_6_12.version)}`;
const item = PULSE_6_12.items[0]!;
const spoken = { instrument: PULSE, itemId: item.id, language: "en" };
/** Something that begins as an MP3 does. */
const mp3 = (last: number) => Uint8Array.from([...Buffer.from("ID3"), 4, 0, last]);
const as = (actor = administrator) => contextAt(MONDAY, actor);
const save = (file: Uint8Array, more: Partial<typeof spoken> = {}) =>
  saveRecording(as(), { ...spoken, ...more, file });
const get = (sha256: string, headers: Record<string, string> = {}) =>
  GET(new Request("http://x/", { headers }), { params: Promise.resolve({ sha256 }) });

async function offered(waveId: string) {
  const [margin] = await listMargins(waveId);
  const pulse = await readClassPulse(MONDAY, margin?.joinCode ?? "");
  return pulse.state === "open" ? pulse.recordings : pulse.state;
}

it("recordings are uploaded, replaced and deleted by district administrators, and offered to students", async () => {
  for (const actor of [staff("teacher"), staff("school-administrator", { schoolIds: ["S1"] })]) {
    const refused = await saveRecording(as(actor), { ...spoken, file: mp3(1) });
    expect(refused).toMatchObject({ code: "forbidden" });
    expect(await deleteRecording(as(actor), spoken)).toMatchObject({ code: "forbidden" });
  }
  const waveId = await openTestWave(["7A"], MONDAY);
  expect(await offered(waveId)).toEqual([]);
  const first = await save(mp3(1));
  const second = await save(mp3(2));
  if (!first.ok || !second.ok) throw new Error("refused");
  await save(mp3(3), { language: "es" });
  const [english, spanish] = (await offered(waveId)) as readonly {
    language: string;
    sha256: string;
  }[];
  expect(english).toEqual({ itemId: item.id, language: "en", sha256: second.value.sha256 });
  expect(spanish).toMatchObject({ language: "es" });

  const served = await get(second.value.sha256);
  expect(Object.fromEntries(served.headers)).toMatchObject({
    "content-type": "audio/mpeg",
    "x-content-type-options": "nosniff",
    "cache-control": "public, max-age=31536000, immutable",
  });
  expect(new Uint8Array(await served.arrayBuffer())).toEqual(mp3(2));
  const part = await get(second.value.sha256, { range: "bytes=0-2" });
  expect([part.status, part.headers.get("content-range")]).toEqual([206, "bytes 0-2/6"]);
  expect(await part.text()).toBe("ID3");
  expect((await get(second.value.sha256, { range: "bytes=9-" })).status).toBe(416);
  // What was replaced is gone, and nothing else can be named.
  for (const name of [first.value.sha256, "0".repeat(64), "../../etc/passwd"]) {
    expect((await get(name)).status).toBe(404);
  }
  expect((await deleteRecording(as(), spoken)).ok).toBe(true);
  expect(await deleteRecording(as(), spoken)).toMatchObject({ code: "no-recording" });
  expect((await get(second.value.sha256)).status).toBe(404);
  const events = await school.asOwner(
    "SELECT action FROM audit_events WHERE action LIKE 'recording.%' ORDER BY at, action",
  );
  expect(events).toHaveLength(4);
});

it("takes recordings only, by their bytes, of up to 1 MB, and of items and languages that there are", async () => {
  const field = async (file: Uint8Array) => {
    const outcome = await save(file);
    return outcome.ok ? "" : outcome.fields?.file;
  };
  expect(await field(new Uint8Array())).toContain("Choose a file");
  expect(await field(new TextEncoder().encode("<script>alert(1)</script>"))).toContain("MP3");
  const large = new Uint8Array(1024 * 1024 + 1);
  large.set(mp3(0));
  expect(await field(large)).toContain("1 MB");
  expect(await field(large.subarray(0, 1024 * 1024))).toBe("");
  expect(await save(mp3(1), { itemId: "no-such" })).toMatchObject({ code: "missing" });
  expect(await save(mp3(1), { language: "xx" })).toMatchObject({ code: "missing" });
  expect(await save(mp3(1), { instrument: "no-such.1" })).toMatchObject({ code: "missing" });
});

it("is never played for other words under the same name", async () => {
  const other = {
    ...{ ...PULSE_6_12, id: "other-words", version: 1 },
    items: [
      { ...item, text: { ...item.text, en: "Something else." } },
      ...PULSE_6_12.items.slice(1),
    ],
  };
  const imported = await importInstrument(as(), new TextEncoder().encode(instrumentToJson(other)));
  if (!imported.ok) throw new Error(JSON.stringify(imported));
  await save(mp3(1));
  const waveId = await openTestWave(["7B"], MONDAY, { questions: imported.value.key });
  const heard = async () => JSON.stringify(await offered(waveId));
  expect(await heard()).not.toContain('"en"');
  await save(mp3(9), { instrument: imported.value.key });
  expect(await heard()).toContain('"en"');
});

it("is not offered where questions rotate: who fetched it would show which they were dealt", async () => {
  const rotating = "hearth-rotating-6-12.2";
  expect((await save(mp3(1), { instrument: rotating, itemId: "acceptance-1" })).ok).toBe(true);
  expect(await offered(await openTestWave(["small"], MONDAY, { questions: rotating }))).toEqual([]);
});
