import { createHash } from "node:crypto";

import { sealSecrets } from "@/lib/ballots/server/seal-secrets";

import { type Attack, type Finding, nothing } from "../attack";
import type { Battlefield } from "../battlefield";
import { clientOf } from "../crawl";
import type { Dump } from "../dump";
import { ownerRows } from "../truth";

/** Students of a block, as everywhere where participation is shown. */
const BLOCK = 5;

/**
 * 16, beyond reference/disclosure-control.md: whoever reads the public page of a pulse and its list of receipts counts
 * ballots, tells filling from receipts, or finds an order in it.
 */
export const receiptsAttack: Attack = {
  number: 16,
  title: "Counting and sorting the public receipts",
  when: "sealed",
  run: async (field) => {
    const { waveId } = field.pulse;
    const { request, close } = await clientOf(field, "stranger");
    const get = async (path: string) => {
      const response = await request.get(`${field.instance.url}${path}`);
      return { status: response.status(), body: await response.text() };
    };
    const list = await get(`/api/proofs/${waveId}`);
    const page = await get(`/trust/${waveId}`);
    const early = await ownerRows<{ id: string }>(
      field.instance,
      "SELECT id::text FROM waves WHERE state <> 'sealed'",
    );
    const before = await Promise.all(early.map(({ id }) => get(`/api/proofs/${id}`)));
    await close();
    const lines = list.body.trim().split("\n");
    return [
      contents(field, lines),
      numbers(field, page.body),
      filling(field, lines),
      {
        tried: `the list of ${before.length} pulses that are not sealed`,
        found: before.map(({ status }) => status).join(", "),
        held: before.length > 0 && before.every(({ status }) => status === 404),
      },
    ];
  },
};

const receiptsOf = (field: Battlefield): string[] =>
  [...field.answered].flatMap(({ ballots }) =>
    ballots.map(({ sealed }) => createHash("sha256").update(sealed).digest("hex")),
  );

/** Ballots that were counted: what phones sent themselves is known by number only. */
const countOf = (field: Battlefield): number => receiptsOf(field).length;

/** Everybody finds theirs, and neither the length nor the order says more than the page beside it. */
function contents(field: Battlefield, lines: readonly string[]): Finding {
  const found: string[] = [];
  const listed = new Set(lines);
  const missing = [...field.answered]
    .filter((student) => !field.phones.has(student))
    .flatMap(({ ballots }) => ballots)
    .filter(({ sealed }) => !listed.has(createHash("sha256").update(sealed).digest("hex")));
  if (missing.length > 0) found.push(`${missing.length} counted ballots are not listed`);
  if (listed.size !== lines.length) found.push("a line stands twice");
  if ([...lines].sort().join() !== lines.join()) found.push("the order is not that of the hashes");
  const block = BLOCK * (field.students[0]?.ballots.length ?? 0);
  const expected = countOf(field) - (countOf(field) % block) + block;
  if (lines.length !== expected) found.push(`${lines.length} lines instead of ${expected}`);
  return nothing(
    `a list of ${lines.length} lines for ${countOf(field)} ballots, in blocks of ${block}`,
    found,
  );
}

/** The exact number of ballots, or of students, stands nowhere on the page. */
function numbers(field: Battlefield, body: string): Finding {
  const text = body.replaceAll("<!-- -->", "").replaceAll(/(\d),(\d{3})\b/gu, "$1$2");
  const block = BLOCK * (field.students[0]?.ballots.length ?? 0);
  const lo = countOf(field) - (countOf(field) % block);
  if (lo === countOf(field)) throw new Error("the number of ballots is itself the end of a block");
  const exact = [countOf(field), field.answered.size];
  const found = exact.filter((number) => new RegExp(`(?<!\\d)${number}(?!\\d)`, "u").test(text));
  const band = [lo, lo + block - 1].every((number) => text.includes(String(number)));
  const finding = nothing(
    `the public page for the exact number of ballots (${countOf(field)}) or students (${field.answered.size})`,
    found.map(String),
  );
  return {
    ...finding,
    found: `${finding.found}; it says ${lo} to ${lo + block - 1}`,
    held: finding.held && band,
  };
}

/** Filling is made from the wave's key: nothing that is left after the seal makes it again. */
function filling(field: Battlefield, lines: readonly string[]): Finding {
  const { open, sealed } = field.dumps;
  if (open === undefined || sealed === undefined) throw new Error("the dumps are missing");
  const listed = new Set(lines);
  const { waveId } = field.pulse;
  const fills = (pkcs8: string) =>
    listed.has(sealSecrets(waveId, pkcs8).filling(0).toString("hex"));
  const candidates = [...secretsIn(sealed)];
  const guessed = candidates.filter((secret) => fills(secret.toString("base64")));
  const keys = [...open.keys].find(([path]) => path.includes(waveId))?.[1].toString() ?? "{}";
  const { hpkePrivateKey = "" } = JSON.parse(keys) as { hpkePrivateKey?: string };
  const control = hpkePrivateKey !== "" && fills(hpkePrivateKey);
  return {
    tried: `telling filling from receipts with ${candidates.length} secrets and hashes that are left after the seal`,
    found: `${guessed.length} made it; the destroyed key, as a control, ${control ? "does" : "does not"}`,
    held: guessed.length === 0 && control && candidates.length > 0,
  };
}

/** Whatever in a dump's files and releases could be 32 secret bytes. */
function* secretsIn({ files, keys, tables }: Dump): Generator<Buffer> {
  const texts = [
    ...[...files.values(), ...keys.values()].map((bytes) => bytes.toString("latin1")),
    ...[...tables].filter(([name]) => /\.(waves|releases)$/u.test(name)).map(([, rows]) => rows),
  ];
  const seen = new Set<string>();
  for (const text of texts) {
    for (const [hex] of text.matchAll(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/gu)) {
      if (!seen.has(hex)) yield Buffer.from(hex, "hex");
      seen.add(hex);
    }
    for (const [base64] of text.matchAll(/(?<![\w+/-])[\w+/-]{43}(?![\w+/-])/gu)) {
      if (!seen.has(base64)) yield Buffer.from(base64, "base64");
      seen.add(base64);
    }
  }
}
