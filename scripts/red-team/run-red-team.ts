import { chromium } from "@playwright/test";

import { ensureProductionBuild } from "../server/production-build";
import type { Attack, Outcome } from "./attack";
import { afterCloseAttack } from "./attacks/after-close";
import { castingAttack } from "./attacks/casting";
import { differencesAttack } from "./attacks/differences";
import { dumpAttack } from "./attacks/dumps";
import { flipsAttack } from "./attacks/flips";
import { fuzzAttack } from "./attacks/fuzz";
import { harvestAttack } from "./attacks/harvest";
import { jointAttack } from "./attacks/joint";
import { linkingAttack } from "./attacks/linking";
import { loweringAttack } from "./attacks/lowering";
import { pollingAttack } from "./attacks/polling";
import { receiptsAttack } from "./attacks/receipts";
import { requestsAttack } from "./attacks/requests";
import { worstCasesAttack } from "./attacks/worst-cases";
import { type Battlefield, openBattlefield, sealBattlefield } from "./battlefield";
import { runMutations } from "./mutations";

/** In the order in which they can be tried; numbers are those of reference/disclosure-control.md. */
const ATTACKS: readonly Attack[] = [
  linkingAttack,
  castingAttack,
  requestsAttack,
  pollingAttack,
  harvestAttack,
  jointAttack,
  worstCasesAttack,
  differencesAttack,
  flipsAttack,
  fuzzAttack,
  loweringAttack,
  dumpAttack,
  receiptsAttack,
  afterCloseAttack,
];

const MUTATIONS = "mutations";
/** Numbers of reference/disclosure-control.md that are tried with another one, or in another way. */
const ALSO_KNOWN_AS = new Map([
  ["3", "2"],
  ["15", MUTATIONS],
]);

const say = (line: string): void => void process.stdout.write(`${line}\n`);

export interface RedTeamResult {
  readonly passed: number;
  readonly failed: number;
  /** What did not hold, by name. */
  readonly failures: readonly string[];
}

/**
 * Runs the attacks named by number, or all, and the mutations unless only numbers are named; prints what each tried
 * and found. `testsRan`: the suite has run a moment ago with nothing off, and need not again for the mutations.
 */
export async function runRedTeam(
  root: string,
  executablePath: string,
  asked: readonly string[],
  { testsRan = false }: { readonly testsRan?: boolean } = {},
): Promise<RedTeamResult> {
  const wanted = asked.map((name) => ALSO_KNOWN_AS.get(name) ?? name);
  const attacks = ATTACKS.filter(
    ({ number }) => wanted.length === 0 || wanted.includes(String(number)),
  );
  const mutations = wanted.length === 0 || wanted.includes(MUTATIONS);
  const result = { passed: 0, failed: 0, failures: [] as string[] };
  const count = ({ held, name }: Outcome): void => {
    if (held) result.passed += 1;
    else {
      result.failed += 1;
      result.failures.push(name);
    }
  };
  if (attacks.length === 0 && !mutations) {
    const name = `There is no attack called ${asked.join(" or ")}.`;
    say(name);
    count({ held: false, name });
  }
  if (attacks.length > 0) {
    try {
      await ensureProductionBuild(root, ".next-e2e", say);
      await onBattlefield(executablePath, async (field) => {
        for (const when of ["open", "sealed"] as const) {
          const due = attacks.filter((each) => each.when === when);
          if (when === "sealed" && due.length > 0) await seal(field);
          for (const attack of due) {
            for (const outcome of await tryAttack(attack, field)) count(outcome);
          }
        }
      });
    } catch (error) {
      // No instance, no seal: the mutations can be tried all the same.
      const name = `the battlefield: ${wordsOf(error)}`;
      say(`   BROKEN ${name}`);
      count({ held: false, name });
    }
  }
  if (mutations) {
    for (const outcome of await runMutations(root, say, { testsRan })) count(outcome);
  }
  say(`\nRed team: ${result.passed} held, ${result.failed} broken`);
  return result;
}

async function onBattlefield(
  executablePath: string,
  fight: (field: Battlefield) => Promise<void>,
): Promise<void> {
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({
    executablePath,
    args: [...args, "--disable-dev-shm-usage", "--disable-background-networking"],
  });
  let field: Battlefield | undefined;
  try {
    const began = performance.now();
    field = await openBattlefield(browser);
    say(`A production instance is up, with a pulse for the red team (${seconds(began)} s)`);
    await fight(field);
  } finally {
    await browser.close();
    await field?.instance.stop();
  }
}

async function tryAttack(attack: Attack, field: Battlefield): Promise<Outcome[]> {
  const title = `${attack.number}. ${attack.title}`;
  say(`\n${title}`);
  const began = performance.now();
  try {
    const findings = await attack.run(field);
    for (const { tried, found, held } of findings) {
      say(`   ${held ? "held  " : "BROKEN"} tried: ${tried}`);
      say(`          found: ${found}`);
    }
    say(`   ${seconds(began)} s`);
    // An attack that tried nothing has shown nothing.
    return findings.length > 0
      ? findings.map(({ tried, found, held }) => ({ held, name: `${title}: ${tried}\n${found}` }))
      : [{ held: false, name: `${title}: nothing was tried` }];
  } catch (error) {
    const name = `${title}: the attack itself failed: ${wordsOf(error)}`;
    say(`   BROKEN ${name}`);
    return [{ held: false, name }];
  }
}

async function seal(field: Battlefield): Promise<void> {
  const began = performance.now();
  await sealBattlefield(field);
  say(`\nEverybody else has answered, and the pulse is sealed (${seconds(began)} s)`);
}

const wordsOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

const seconds = (began: number): string => ((performance.now() - began) / 1000).toFixed(1);
