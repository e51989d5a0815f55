import type { Mutation } from "./mutation";

const NOMINATIONS = "lib/disclosure/nominations";

/** What keeps who named whom from everybody. */
export const NOMINATING: readonly Mutation[] = [
  {
    name: "network: figures are shown though they tell who named whom",
    file: `${NOMINATIONS}/nothing-certain.ts`,
    find: "    if (!leavesAllOpen(walk, n, attackers)) return false;\n",
    replace: "    void leavesAllOpen(walk, n, attackers);\n",
    tests: `${NOMINATIONS}/nothing-certain.test.ts`,
  },
  {
    name: "network: how many nobody named is told exactly",
    file: `${NOMINATIONS}/released-network.ts`,
    find: "  return bandCount(count, seats, policy);\n",
    replace: "  return { lo: count, hi: count };\n",
    tests: `${NOMINATIONS}/nomination-count.test.ts`,
  },
  {
    name: "network: whoever poses as another is counted as them",
    file: "lib/network/nominated-ties.ts",
    find: "byOwn.has(own) ? null : ballot",
    replace: "ballot",
    tests: "lib/network/nominated-ties.test.ts",
  },
  {
    name: "nominations: the key of their numbers outlives the close",
    file: "lib/services/waves/close-wave.ts",
    find: "await destroyNumbers(waveId)",
    replace: "await destroyNumbers(context.randomUuid())",
    tests: "lib/services/waves/nominations.itest.ts",
  },
  {
    name: "nominations: a used slip opens the list of the class",
    file: "lib/services/ballots/collect-ballot.ts",
    find: 'asked.seat.state === "unused" ? await listClassmates(asked) : null',
    replace: "await listClassmates(asked)",
    tests: "lib/services/waves/nominations.itest.ts",
  },
];
