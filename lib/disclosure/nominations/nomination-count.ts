import type { Nomination } from "@/lib/ballots/wire/nomination";
import { seededRandom } from "@/lib/disclosure/joint/seeded-random";
import { nothingCertain } from "@/lib/disclosure/nominations/nothing-certain";
import {
  networkFigures,
  REASONS,
  type ReleasedNetwork,
} from "@/lib/disclosure/nominations/released-network";
import type { Plan } from "@/lib/disclosure/plan";
import { nominatedTies } from "@/lib/network/nominated-ties";
import { classOfNominationsGroup, nominatorsNeeded } from "@/lib/network/nomination-rules";
import { sha256Hex } from "@/lib/sha256";

/**
 * Gathers opened nominations by class and makes the figures of each. Only the seal may have one, as with answers: in
 * memory, until the release is compiled. Only what `released` gives leaves it.
 */
export class NominationCount {
  private readonly ballots: ReadonlyMap<string, Nomination[]>;

  /** @param groups of the wave's margins; others than those of nominations are not looked at */
  constructor(groups: Iterable<string>) {
    const asked = [...groups].filter((group) => classOfNominationsGroup(group) !== null);
    this.ballots = new Map(asked.map((group) => [group, []]));
  }

  /** Whether nominations are cast in this group, and nothing else. */
  takes(group: string): boolean {
    return this.ballots.has(group);
  }

  add(group: string, nomination: Nomination): void {
    this.ballots.get(group)?.push(nomination);
  }

  /**
   * What may be said of each class that was asked, in the order of the plan. The same each time the same ballots are
   * opened, in whatever order.
   * @param planHash what the choice of attackers is drawn from
   * @param turn awaited now and then, for other work of the process
   */
  async released(
    plan: Plan,
    planHash: string,
    turn?: () => Promise<void>,
  ): Promise<readonly ReleasedNetwork[]> {
    const asked = [...this.ballots].map(([group, ballots]) => {
      return [`class:${classOfNominationsGroup(group) ?? ""}`, ballots] as const;
    });
    const byClass = new Map<string, Nomination[]>(asked);
    const networks: ReleasedNetwork[] = [];
    for (const { id, rosterSize } of plan.groups) {
      const ballots = byClass.get(id);
      if (ballots === undefined) continue;
      const ties = nominatedTies(ballots, rosterSize);
      const needed = nominatorsNeeded(rosterSize, plan.policy);
      if (ties.members < needed) {
        networks.push({ group: id, withheld: REASONS.fewTookPart(needed, rosterSize) });
        continue;
      }
      const figures = networkFigures(ties, rosterSize, plan.policy);
      const random = seededRandom(sha256Hex(`nominations ${planHash} ${id}`));
      const open = figures !== null && (await nothingCertain(ties, figures, random, turn));
      networks.push(
        open
          ? { group: id, withheld: null, ...figures }
          : { group: id, withheld: REASONS.wouldTell },
      );
    }
    return networks;
  }
}
