import type { Policy } from "@/lib/disclosure/policy";
import type { ExportNote } from "@/lib/exports/export-file";

/** The rules under which a release was made, as a table's cell holds them. */
export function policyLine({ version, k, width, remainder, participationBlock }: Policy): string {
  return (
    `${version}: shown from ${String(k)} answers, bands of ${String(width)} counts or more, ` +
    `what is left over nobody or ${String(remainder)} or more, respondents in blocks of ${String(participationBlock)}`
  );
}

/** The same rules one by one, in words. */
export function policyNotes(policy: Policy): ExportNote[] {
  const { k, tail, width, narrowWidth, remainder, participationBlock, threeBucketsFrom } = policy;
  return [
    {
      term: "Smallest group",
      words: `A group is shown from ${String(k)} answers up. Smaller ones are withheld.`,
    },
    {
      term: "Bands",
      words:
        `No count is given exactly. It lies in a band of ${String(width)} possible counts or more ` +
        `(${String(narrowWidth)} in the smallest groups); nobody to ${String(tail)}, and all but ${String(tail)} to all, are bands too.`,
    },
    {
      term: "Subtracting",
      words: `What is left when one shown group is taken from another is nobody, or ${String(remainder)} students or more.`,
    },
    {
      term: "Respondents",
      words: `How many answered is given in blocks of ${String(participationBlock)}, never exactly.`,
    },
    {
      term: "Three kinds of answers",
      words: `Unfavourable, neutral and favourable answers are told apart from ${String(threeBucketsFrom)} answers up.`,
    },
    { term: "Version of the rules", words: policy.version },
  ];
}
