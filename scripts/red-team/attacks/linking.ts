import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { encodeAnswerVector } from "@/lib/ballots/wire/answer-vector";

import { type Attack, type Finding, nothing } from "../attack";
import type { Battlefield } from "../battlefield";
import { FORM_ID, ownerRows } from "../truth";

/** The head of an answer vector and six answers: what follows is zeros. */
const PLAIN_BYTES = 16;

/**
 * Matches that chance gives by itself: a random order of n has one on average, whatever n. Nine or more happen
 * once in a million orders; with a hundred pairs of orders tried, once in ten thousand runs.
 */
const BY_CHANCE = 8;

/** 12: whoever has the tables, the log and the write-ahead log tries to say which seat cast which ballot. */
export const linkingAttack: Attack = {
  number: 12,
  title: "Joining seats to ballots",
  when: "open",
  run: async (field) => [await tables(field), await writeAheadLog(field), log(field)],
};

interface Row {
  readonly key: string;
  readonly [column: string]: string;
}

/** Every order in which rows can be read, against every other: how many of the true pairs line up. */
async function tables(field: Battlefield): Promise<Finding> {
  const [first] = field.oneByOne;
  const marginId = first?.ballots[0]?.marginId ?? "";
  const seats = await ownerRows<Row>(
    field.instance,
    `SELECT encode(request_hash, 'hex') AS key, xmin::text, ctid::text, id::text, encode(code_hash, 'hex') AS code,
            encode(request_hash, 'hex') AS request, person_id AS person
     FROM seats WHERE margin_id = $1 AND state = 'collected'`,
    [marginId],
  );
  const ballots = await ownerRows<Row>(
    field.instance,
    `SELECT encode(nullifier, 'hex') AS key, xmin::text, ctid::text, encode(nullifier, 'hex') AS nullifier,
            encode(ciphertext, 'hex') AS ciphertext
     FROM ballot_box WHERE margin_id = $1`,
    [marginId],
  );
  // The truth: students by name are known by person, whose seat is known; ballots by nullifier.
  const order = field.oneByOne.map(({ ballots: [own] }) => own?.nullifier.toString("hex") ?? "");
  const seatOrder = await trueSeatOrder(field, marginId);
  const orders = (rows: readonly Row[]): [string, string[]][] =>
    Object.keys(rows[0] ?? {})
      .filter((column) => column !== "key")
      .flatMap((column): [string, string[]][] => {
        const sorted = [...rows].sort((a, b) => compare(a[column] ?? "", b[column] ?? ""));
        const keys = sorted.map(({ key }) => key);
        return [
          [column, keys],
          [`${column} backwards`, [...keys].reverse()],
        ];
      });
  let tried = 0;
  let best = { pairs: 0, by: "" };
  for (const [seatColumn, seatKeys] of orders(seats)) {
    for (const [ballotColumn, ballotKeys] of orders(ballots)) {
      const pairs = seatKeys.filter(
        (seat, at) => order[seatOrder.indexOf(seat)] === ballotKeys[at],
      ).length;
      tried += 1;
      if (pairs > best.pairs) best = { pairs, by: `${seatColumn} and ${ballotColumn}` };
    }
  }
  // The method finds what is there: ballots lie in the order in which they came, which is known.
  const byTransaction = orders(ballots).find(([column]) => column === "xmin")?.[1] ?? [];
  const control = byTransaction.filter((ballot, at) => ballot === order[at]).length;
  const shared = new Set(seats.map(({ xmin }) => xmin)).size;
  return {
    tried: `${tried} pairs of orders (xmin, ctid, ids, hashes) for ${seats.length} students who came one by one`,
    found: `at best ${best.pairs} of ${seats.length} right (${best.by}), chance gives 1 on average and rarely more than ${BY_CHANCE}; ${shared} transaction id in all seats. As a control, ballots alone by xmin against the true order: ${control}`,
    held:
      control === order.length &&
      best.pairs <= BY_CHANCE &&
      seats.length === field.oneByOne.length &&
      shared === 1,
  };
}

/** Seats by the student's own knowledge: the hash of the request that each of them sent, in the order they came. */
async function trueSeatOrder(field: Battlefield, marginId: string): Promise<string[]> {
  // Slips of this pulse have names, which were dealt in the order of the codes: the attacker's students say who
  // they are.
  const rows = await ownerRows<{ request: string; code: string }>(
    field.instance,
    `SELECT encode(request_hash, 'hex') AS request, encode(code_hash, 'hex') AS code FROM seats
     WHERE margin_id = $1 AND state = 'collected'`,
    [marginId],
  );
  const byCode = new Map(rows.map(({ code, request }) => [code, request]));
  return field.oneByOne.map(({ seatCode }) => byCode.get(field.hashOf(seatCode)) ?? "");
}

function compare(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => /^\((\d+),(\d+)\)$/u.exec(text));
  if (x && y) return Number(x[1]) - Number(y[1]) || Number(x[2]) - Number(y[2]);
  if (/^\d+$/u.test(a) && /^\d+$/u.test(b)) return Number(a) - Number(b);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The write-ahead log keeps the order of commits: it links, and what it links is sealed. */
async function writeAheadLog(field: Battlefield): Promise<Finding> {
  const text = "SELECT current_setting('data_directory') AS home";
  const [row] = await ownerRows<{ home: string }>(field.instance, text);
  const directory = join(row?.home ?? "", "pg_wal");
  const segments = readdirSync(directory)
    .filter((name) => /^[0-9A-F]{24}$/u.test(name))
    .sort();
  const bytes = Buffer.concat(segments.map((name) => readFileSync(join(directory, name))));
  const seen = field.oneByOne.map(({ ballots: [own] }) => bytes.indexOf(own?.nullifier ?? ""));
  const present = seen.filter((at) => at >= 0);
  const ordered = present.every((at, index) => index === 0 || at > (present[index - 1] ?? -1));
  const plain = field.oneByOne.filter(({ answers }) =>
    bytes.includes(
      Buffer.from(encodeAnswerVector({ formId: FORM_ID, answers }).subarray(0, PLAIN_BYTES)),
    ),
  ).length;
  return {
    tried: `the write-ahead log (${segments.length} segments) for ballots of ${field.oneByOne.length} students who came one by one`,
    found: `${present.length} sealed ballots${ordered ? ", in the order they came (known and documented: it links a seat to a ciphertext)" : ""}; readable answers: ${plain}. After the seal they open nothing: see attack 11`,
    // Somebody who finds no ballot there has looked in the wrong place; one may lie across two pages.
    held: plain === 0 && present.length > field.oneByOne.length / 2,
  };
}

/** What the server wrote while ballots were cast. */
function log(field: Battlefield): Finding {
  const { castLog, oneByOne } = field;
  const found = oneByOne.flatMap(({ seatCode, joinCode, ballots }) => {
    const traces = [
      seatCode,
      joinCode,
      ...ballots.flatMap(({ nullifier, marginId }) => [
        nullifier.toString("hex"),
        nullifier.toString("base64url"),
        marginId,
      ]),
    ];
    return traces.filter((trace) => castLog.includes(trace));
  });
  if (/\b(127\.0\.0\.1|::1)\b|\/api\/ballots/u.test(castLog)) found.push("an address or a route");
  return nothing(
    `the server's log while ${oneByOne.length} students collected and cast (${castLog.split("\n").length - 1} lines)`,
    found,
  );
}
