import { createPrivateKey, createPublicKey, diffieHellman, type KeyObject } from "node:crypto";

import { importPrivateKey } from "@/lib/ballots/server/blind-signature";
import { createBallotOpener } from "@/lib/ballots/server/open-ballot";

import { type Attack, type Finding, nothing } from "../attack";
import type { Battlefield } from "../battlefield";
import type { Dump } from "../dump";

/** 11: dumps of the database and of the key directory, taken while the pulse was open and after its seal. */
export const dumpAttack: Attack = {
  number: 11,
  title: "Stolen dumps and backups",
  when: "sealed",
  run: async (field) => {
    const { open, sealed } = field.dumps;
    if (open === undefined || sealed === undefined) throw new Error("the dumps are missing");
    return [
      afterSeal(field, sealed),
      opening(field, open, sealed),
      ...(await finerThanReleased(field, sealed)),
    ];
  },
};

/** A dump after the seal: no ballot, no seat, no key of the wave, no answer. */
function afterSeal(field: Battlefield, sealed: Dump): Finding {
  const found: string[] = [];
  const rowsOf = (table: string, text: string): number =>
    [...sealed.tables]
      .filter(([name]) => name.endsWith(`.${table}`))
      .reduce(
        (sum, [, rows]) => sum + rows.split("\n").filter((row) => row.includes(text)).length,
        0,
      );
  const { waveId } = field.pulse;
  if (rowsOf("ballot_box", waveId) > 0) found.push("ballots are left in the box");
  const margins = new Set(
    field.students.flatMap(({ ballots }) => ballots.map(({ marginId }) => marginId)),
  );
  for (const margin of margins) if (rowsOf("seats", margin) > 0) found.push("seats are left");
  if ([...sealed.keys.keys()].some((path) => path.includes(waveId))) found.push("a key is left");
  const everything = [...sealed.tables.values()].join("\n");
  for (const { ballots, seatCode } of field.students) {
    for (const { nullifier, sealed: ciphertext } of ballots) {
      if (everything.includes(nullifier.toString("hex"))) found.push("a nullifier is left");
      if (everything.includes(Buffer.from(ciphertext).toString("hex")))
        found.push("a ciphertext is left");
    }
    if (everything.includes(seatCode)) found.push("a slip's code is left");
  }
  return nothing(
    `a dump after the seal (${sealed.tables.size} tables, ${Math.round(everything.length / 1000)} kB)`,
    [...new Set(found)],
  );
}

/** Every ciphertext of the dump of the open pulse, against every key that any dump holds. */
function opening(field: Battlefield, open: Dump, sealed: Dump): Finding {
  const ballots = [...field.answered].flatMap(({ ballots: own }) => own);
  const opened = (keys: readonly KeyObject[]): number =>
    ballots.filter(({ marginId, sealed: ciphertext }) =>
      keys.some((key) => createBallotOpener(field.pulse.waveId, key)(marginId, ciphertext).ok),
    ).length;
  const inBox = [...open.tables].find(([name]) => name.endsWith(".ballot_box"))?.[1] ?? "";
  const stolen = ballots.filter(({ sealed: bytes }) =>
    inBox.includes(Buffer.from(bytes).toString("hex")),
  ).length;
  const own =
    [...open.keys].find(([path]) => path.includes(field.pulse.waveId))?.[1].toString() ?? "{}";
  const hpke = (JSON.parse(own) as { hpkePrivateKey?: string }).hpkePrivateKey;
  const control = hpke === undefined ? 0 : opened([importPrivateKey(hpke)]);
  const texts = (dump: Dump) => [...dump.tables.values()].map((text) => Buffer.from(text));
  const withoutKeys = [...texts(open), ...open.files.values()];
  const afterwards = [...sealed.keys.values(), ...texts(sealed), ...sealed.files.values()];
  const database = opened(x25519Keys(withoutKeys));
  const restored = opened(x25519Keys([...withoutKeys, ...afterwards]));
  const bare = [...withoutKeys, ...afterwards].filter((place) =>
    holdsKey(place, hpke ?? ""),
  ).length;
  return {
    tried: `${ballots.length} ciphertexts of the open pulse's dump: with all that dump holds, and with the key directory, files and dump after the seal`,
    found: `${stolen} of them are in the dump; opened ${database} and ${restored}, the key itself lies in ${bare} tables or files; with the key directory of the open pulse, as a control, ${control}`,
    held:
      database + restored + bare === 0 && control === ballots.length && stolen > ballots.length / 2,
  };
}

/** Whether a place holds a key's 32 bytes, as they are or written out. */
function holdsKey(place: Buffer, pkcs8: string): boolean {
  const scalar = Buffer.from(pkcs8, "base64").subarray(-32);
  if (scalar.length !== 32) throw new Error("the open pulse has no key");
  const texts = (["hex", "base64", "base64url"] as const).map((form) => scalar.toString(form));
  return place.includes(scalar) || texts.some((text) => place.includes(text));
}

/** Whatever could be an X25519 private key: PKCS#8 in base64, wherever it stands. */
function x25519Keys(places: readonly Buffer[]): KeyObject[] {
  const keys: KeyObject[] = [];
  for (const place of places) {
    for (const [text] of place
      .toString("latin1")
      .matchAll(/MC4CAQAwBQYDK2VuBCIEI[\w+/=-]{40,48}/gu)) {
      try {
        const key = createPrivateKey({
          key: Buffer.from(text, "base64"),
          type: "pkcs8",
          format: "der",
        });
        diffieHellman({ privateKey: key, publicKey: createPublicKey(key) });
        keys.push(key);
      } catch {
        // Not a key after all.
      }
    }
  }
  return keys;
}

/** Every number about answers in the dump is a released cell's: no other table has a column that could hold one. */
async function finerThanReleased(field: Battlefield, sealed: Dump): Promise<Finding[]> {
  const tables = [...sealed.tables.keys()].map(
    (name) => name.split(".").at(-1)?.replaceAll('"', "") ?? "",
  );
  const suspicious = tables.filter((name) =>
    /(^|_)(answers?|responses?|tall(y|ies)|counts?)(_|$)/u.test(name),
  );
  const { rows } = await import("../release-numbers").then(({ releaseNumbers }) =>
    releaseNumbers(field.instance),
  );
  const odd = rows.filter(({ consistent }) => !consistent).map(({ name }) => name);
  return [
    nothing(`${tables.length} tables for one that could hold answers or counts`, suspicious),
    nothing(`${rows.length} rows of release_cells against the releases they are from`, odd),
  ];
}
