import type { Hierarchy } from "@/lib/verification/hierarchy";
import type { FileGroup } from "@/lib/verification/release-file";

/** Units are attacked one by one, with all that lies in them. The groups above touch only their totals. */
export type Division = {
  readonly units: readonly FileGroup[];
  readonly upper: readonly FileGroup[];
};

/** Groups that one program holds with ease. A school of 24 classes and 6 grades has 31. */
export const TOGETHER = 120;

/**
 * Cuts the hierarchy into units: the largest groups that demographics divide, and where there are none, the
 * largest of at most `together` groups. Everything above them is `upper`, parents first.
 */
export function divideUnits(hierarchy: Hierarchy, together: number): Division {
  const units: FileGroup[] = [];
  const upper: FileGroup[] = [];
  const left = [...hierarchy.roots()];
  for (const group of left) {
    const within = hierarchy.within(group);
    const divided = within.some((each) => hierarchy.demographicsOf(each).length > 0);
    const parts = hierarchy.childrenOf(group);
    const own = hierarchy.demographicsOf(group).length > 0;
    if (own || parts.length === 0 || (!divided && within.length <= together)) units.push(group);
    else {
      upper.push(group);
      left.push(...parts);
    }
  }
  return { units, upper };
}
