import { MOST_NAMED, type Nomination } from "@/lib/ballots/wire/nomination";
import type { Ties } from "./network-measures";

/**
 * The directed network among the students of a class who said who they are, from the opened ballots; its members are
 * in the order of their numbers, so that the order of ballots does not count.
 *
 * Left out: a number off the list, whoever names themself, somebody twice or more than five, and every ballot of a
 * number that came twice: one of the two posed as the other, and nobody can tell which. Of the rest, ties to students
 * who gave no number of their own.
 * @param students on the roster; their numbers are 1 to that
 */
export function nominatedTies(ballots: readonly Nomination[], students: number): Ties {
  const byOwn = new Map<number, Nomination | null>();
  for (const ballot of ballots) {
    const { own } = ballot;
    if (own === null || !isOnList(own, students)) continue;
    byOwn.set(own, byOwn.has(own) ? null : ballot);
  }
  const members = [...byOwn]
    .flatMap(([own, ballot]) =>
      ballot === null || !isSound(own, ballot, students) ? [] : [{ own, named: ballot.named }],
    )
    .sort((a, b) => a.own - b.own);
  const place = new Map(members.map(({ own }, at) => [own, at]));
  const ties = members.flatMap(({ named }, from) =>
    named.flatMap((number) => {
      const to = place.get(number);
      return to === undefined ? [] : [{ from, to }];
    }),
  );
  return {
    members: members.length,
    directed: true,
    from: ties.map(({ from }) => from),
    to: ties.map(({ to }) => to),
  };
}

function isSound(own: number, { named }: Nomination, students: number): boolean {
  return (
    named.length <= MOST_NAMED &&
    new Set(named).size === named.length &&
    named.every((number) => number !== own && isOnList(number, students))
  );
}

function isOnList(number: number, students: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= students;
}
