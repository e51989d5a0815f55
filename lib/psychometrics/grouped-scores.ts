import { addScore, emptyGroup, type GroupMoments } from "@/lib/psychometrics/icc";

/**
 * Item-centred scores by group, gathered one respondent at a time: a score is the mean over the answered items of the
 * answer minus that item's mean over everyone, so that who was asked the easier items does not look happier. With no
 * answer missing it is the plain mean, moved by a constant. Keeps 20 bytes a respondent: an item's mean is only known
 * at the end.
 */
export class GroupedScores {
  private readonly means: number[] = [];
  private readonly patternOf: number[] = [];
  private readonly groupOf: number[] = [];
  private readonly patterns: (readonly number[])[] = [];
  private readonly patternAt = new Map<string, number>();
  private readonly groupAt = new Map<string, number>();

  /** One respondent's answers; NaN is no answer. Without any answer there is no score. */
  add(answers: readonly number[], group: string): void {
    let [sum, found, key] = [0, 0, ""];
    for (const answer of answers) {
      const missing = Number.isNaN(answer);
      key += missing ? "0" : "1";
      if (missing) continue;
      sum += answer;
      found += 1;
    }
    if (found === 0) return;
    let pattern = this.patternAt.get(key);
    if (pattern === undefined) {
      pattern = this.patterns.length;
      this.patternAt.set(key, pattern);
      this.patterns.push([...key].flatMap((mark, item) => (mark === "1" ? [item] : [])));
    }
    let at = this.groupAt.get(group);
    if (at === undefined) {
      at = this.groupAt.size;
      this.groupAt.set(group, at);
    }
    this.means.push(sum / found);
    this.patternOf.push(pattern);
    this.groupOf.push(at);
  }

  /** Scores of each group, by its name, in order of appearance. `itemMean`: an item's mean over everyone. */
  groups(itemMean: (item: number) => number): Map<string, GroupMoments> {
    const centres = this.patterns.map(
      (items) => items.reduce((sum, item) => sum + itemMean(item), 0) / items.length,
    );
    const moments = [...this.groupAt].map(([name]) => [name, emptyGroup()] as const);
    for (const [at, mean] of this.means.entries()) {
      const group = moments[this.groupOf[at] ?? -1]?.[1];
      if (group) addScore(group, mean - (centres[this.patternOf[at] ?? -1] ?? 0));
    }
    return new Map(moments);
  }
}
