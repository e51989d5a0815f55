import type { Mutation } from "./mutation";
import { NOMINATING } from "./nomination-mutations";

const JOINT = "lib/disclosure/joint";
const BALLOTS = "lib/ballots";
const SEALING = {
  file: "lib/services/waves/seal-wave.ts",
  tests: "lib/services/waves/seal-wave.itest.ts",
  only: "sealing twice at once",
} as const;
const PUBLISHING = {
  file: "lib/texts/publish-texts.ts",
  tests: "lib/texts/publish-texts.test.ts",
} as const;
const CAST = "lib/ballots/client/cast-ballots.test.ts";

/** What a release keeps to itself. */
const DISCLOSURE: readonly Mutation[] = [
  {
    name: "bands: a release holds the counts themselves",
    file: `${JOINT}/join-bands.ts`,
    find: "  return band;\n",
    replace: "  return { lo: count ?? 0, hi: count ?? 0 };\n",
    tests: "lib/disclosure/compile.test.ts",
  },
  {
    name: "bands: cells are cut at each count",
    file: `${JOINT}/joined-bands.ts`,
    find: "const bands = legalBands(n, policy)",
    replace: "const bands = Array.from({ length: n + 1 }, (_, at) => ({ lo: at, hi: at }))",
    tests: `${JOINT}/joined-bands.test.ts`,
  },
  {
    name: "joined bands: each group's band is drawn without looking at the others",
    file: `${JOINT}/join-bands.ts`,
    find: "joinedBands(n, implied, reach, policy)",
    replace: "joinedBands(n, { lo: 0, hi: n }, reach, policy)",
    tests: "lib/disclosure/compile.test.ts",
    only: "compileRelease joins the grade",
  },
  {
    name: "remainder rule: groups that differ by a few are shown together",
    file: "lib/disclosure/prune.ts",
    find: "n > 0 && n < policy.remainder",
    replace: "n > 0 && n < 0",
    tests: "lib/disclosure/prune.test.ts",
  },
  {
    name: "crossing rule: a demographic group that nearly is a class is shown",
    file: "lib/disclosure/visibility.ts",
    find: "if (next.length === 0) return hidden;",
    replace: "return hidden;",
    tests: "lib/disclosure/crossing.test.ts",
  },
  {
    name: "crossing rule: groups of different kinds, put together, may leave a few",
    file: "lib/disclosure/crossing.ts",
    find: "return closeToMixed(pieces, regions, remainder)?.id ?? null;",
    replace: "return null;",
    tests: "lib/disclosure/mixed-unions.test.ts",
  },
  {
    name: "audit: whatever was joined is published",
    file: `${JOINT}/audit-question.ts`,
    find: "if (bands.length === 0) return",
    replace: "if (bands.length >= 0) return",
    tests: `${JOINT}/audit-question.test.ts`,
  },
  {
    name: "audit: nobody pools answers",
    file: `${JOINT}/audit-question.ts`,
    find: "auditCoalitions(unit, model, pool, random);",
    replace: "null;",
    tests: "lib/disclosure/joint/coalitions.test.ts",
  },
  {
    name: "floor: k, tail and width can be lowered",
    file: "lib/disclosure/policy.ts",
    find: "if (value < FLOOR_POLICY[field]) {",
    replace: "if (value < 0) {",
    tests: "lib/disclosure/policy.test.ts",
  },
  {
    name: "percentages: ends of a band are rounded to the nearest, not outwards",
    file: "lib/insight/percent.ts",
    find: "Math.floor(share.lo * 100 + DUST)",
    replace: "Math.round(share.lo * 100)",
    tests: "components/ui/band-words.test.ts",
  },
  {
    name: "participation: a room sees each student come",
    file: "lib/waves/participation.ts",
    find: "return count - (count % block);",
    replace: "return count;",
    tests: "lib/waves/participation.test.ts",
  },
  {
    name: "salted hash: the public hash has no salt",
    file: "lib/disclosure/compile.ts",
    find: "...(input.salt === undefined ? {} : { salt: input.salt }),",
    replace: "",
    tests: "lib/disclosure/salted-hash.test.ts",
  },
];

/** What is shown of the words that students wrote. */
const WORDS: readonly Mutation[] = [
  {
    name: "words: they are shown of any number of students",
    ...PUBLISHING,
    find: "if (ballots.length < from)",
    replace: "if (ballots.length < 1)",
  },
  {
    name: "words: names stay in them",
    ...PUBLISHING,
    find: "tidy(strip(text))",
    replace: "tidy(text)",
  },
  {
    name: "words: they stand in the order of the box",
    ...PUBLISHING,
    find: "  texts.sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));\n",
    replace: "  void place;\n",
  },
];

/** What a phone and the box keep to themselves. */
const CASTING: readonly Mutation[] = [
  {
    name: "shuffle: ballots are cast in the order of the plan",
    file: `${BALLOTS}/client/cast-ballots.ts`,
    find: "of shuffled(waiting, transport.random)",
    replace: "of waiting",
    tests: CAST,
  },
  {
    name: "jitter: ballots are cast at once",
    file: `${BALLOTS}/client/cast-ballots.ts`,
    find: "await transport.sleep(",
    replace: "void (",
    tests: CAST,
  },
  {
    name: "cookies: a ballot carries the session of whoever casts it",
    file: `${BALLOTS}/client/post-with-retry.ts`,
    find: 'credentials: "omit"',
    replace: 'credentials: "same-origin"',
    tests: CAST,
  },
  {
    name: "padding: a ballot's tail may carry a mark",
    file: `${BALLOTS}/wire/cast-record.ts`,
    find: "if (!isAllZero(bytes.subarray(paddingAt)))",
    replace: "if (paddingAt < 0)",
    tests: `${BALLOTS}/wire/cast-record.test.ts`,
  },
  {
    name: "receipts: they are listed in the order of the box",
    file: `${BALLOTS}/server/counted-receipts.ts`,
    find: "all.sort((a, b) => Buffer.compare(a, b))",
    replace: "all",
    tests: `${BALLOTS}/server/counted-receipts.test.ts`,
  },
  {
    name: "receipts: the list is not filled up to its block",
    file: `${BALLOTS}/server/counted-receipts.ts`,
    find: "return ballots - (ballots % block) + block;",
    replace: "return ballots;",
    tests: `${BALLOTS}/server/counted-receipts.test.ts`,
  },
  {
    name: "receipts: the filling can be made without the wave's key",
    file: `${BALLOTS}/server/seal-secrets.ts`,
    find: 'hkdfSync("sha256", key, "",',
    replace: 'hkdfSync("sha256", Buffer.alloc(32), "",',
    tests: `${BALLOTS}/server/counted-receipts.test.ts`,
  },
  {
    name: "separate transactions: a slip's row is written by its own collect alone",
    file: "prisma/migrations/0002_margins_and_proof/migration.sql",
    find: "  WHERE margin_id = asked_margin;\n  RETURN 'collected';",
    replace: "  WHERE id = seat.id;\n  RETURN 'collected';",
    tests: "lib/services/ballots/collect-ballot.itest.ts",
    only: "collectBallot leaves no order",
  },
  {
    name: "who is left: a pulse without roster sign-in has the list too",
    file: "lib/services/waves/list-not-collected.ts",
    find: 'readWaveOptions(wave.options).admission !== "roster"',
    replace: "readWaveOptions(wave.options).admission === undefined",
    tests: "lib/services/waves/roster-sign-in.itest.ts",
    only: "a pulse without roster sign-in",
  },
  {
    name: "guard: the box takes ballots after the close",
    file: "prisma/migrations/0002_margins_and_proof/migration.sql",
    find: "w.state = 'open' AND m.public_key IS NOT NULL",
    replace: "m.public_key IS NOT NULL",
    tests: "lib/services/ballots/cast-ballot.itest.ts",
    only: "castBallot takes nothing after the close",
  },
];

/** What the machine keeps to itself. */
const KEEPING: readonly Mutation[] = [
  {
    name: "log: what goes wrong while a ballot is cast is written down, with the ballot",
    file: "lib/server/ballot-endpoint.ts",
    find: '  } catch {\n    return refusal("unavailable");',
    replace: "  } catch (error) {\n    throw error;",
    tests: "lib/services/ballots/cast-ballot.itest.ts",
    only: "POST /api/ballots/cast says no more",
  },
  {
    name: "separate roles: Hearth starts although a web role can read the box",
    file: "lib/data/setup/check-roles.ts",
    find: "      await refuseRoles(client, schema, forbidden);\n",
    replace: "",
    tests: "lib/data/setup/prepare-database.itest.ts",
    only: "the ballot box is closed",
  },
  {
    name: "keys: they stay after the seal",
    ...SEALING,
    find: "  await keyWriter().destroy(waveId);\n",
    replace: "",
  },
  {
    name: "box: ballots stay after the seal",
    ...SEALING,
    find: "  await emptyBox(waveId);\n",
    replace: "",
  },
  {
    name: "seats: who collected, and who is in which group, stays after the seal",
    file: SEALING.file,
    find: "  await forgetSeats(waveId);\n",
    replace: "",
    tests: "lib/services/waves/demographics.itest.ts",
    only: "a pulse with demographics",
  },
  {
    name: "trustees: one of three is enough",
    file: "lib/waves/trustees.ts",
    find: "export const TRUSTEES_NEEDED = 2;",
    replace: "export const TRUSTEES_NEEDED = 1;",
    tests: "lib/waves/trustees.test.ts",
  },
  {
    name: "trustees: codes from drawers open old copies, without the pad that the seal destroys",
    file: `${BALLOTS}/server/key-shares.ts`,
    find: "byte ^ (pad[at] ?? 0)",
    replace: "byte",
    tests: `${BALLOTS}/server/key-shares.test.ts`,
  },
  {
    name: "trustees: the server keeps the key beside their shares",
    file: "lib/services/waves/prepare-wave.ts",
    find: 'keys: { hpkePrivateKey: null, pad: Buffer.from(pad).toString("base64") },',
    replace: "keys: { hpkePrivateKey: seal.privateKey },",
    tests: "lib/services/trustees/stolen-keys.itest.ts",
    only: "a thief with a dump of the database and a copy of the key directory opens nothing of a pulse",
  },
  {
    name: "trustees: the server keeps the shares that were taken",
    file: "lib/services/trustees/take-share.ts",
    find: "  await shares.forgetWaiting(waveId, own.position);\n",
    replace: "",
    tests: "lib/services/trustees/stolen-keys.itest.ts",
    only: "a thief with a dump of the database and a copy of the key directory finds shares",
  },
];

export const MUTATIONS: readonly Mutation[] = [
  ...DISCLOSURE,
  ...WORDS,
  ...CASTING,
  ...KEEPING,
  ...NOMINATING,
];
