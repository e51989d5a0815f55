import { type Attack, type Finding } from "../attack";
import { releaseOf } from "../battlefield";

/** 4: unanimous classes and those with one, two, three other voices look alike, from both ends. */
export const worstCasesAttack: Attack = {
  number: 4,
  title: "Unanimous classes and single outliers",
  when: "sealed",
  run: async (field) => {
    const { body } = await releaseOf(field.instance, field.pulse.waveId);
    const { groups } = body as { groups: { id: string; cells: Record<string, unknown> }[] };
    const cellsOf = (classAt: number): string => {
      const classId = field.pulse.classes[classAt]?.classId ?? "";
      return JSON.stringify(groups.find(({ id }) => id === `class:${classId}`)?.cells);
    };
    const alike = (name: string, classes: readonly number[]): Finding => {
      const different = new Set(classes.map(cellsOf));
      return {
        tried: `classes of 21 with ${name} favourable`,
        found: `${different.size} different set of bands: ${[...different][0]?.slice(0, 60) ?? "none"}…`,
        held: different.size === 1 && ![...different][0]?.includes("undefined"),
      };
    };
    return [alike("21, 20, 19 and 18", [0, 1, 2, 3]), alike("0, 1, 2 and 3", [4, 5, 6, 7])];
  },
};
