/** "Kindergarten to grade 2", "Grades 6 to 12", "Grade 4". */
export function gradesWords({ from, to }: { readonly from: number; readonly to: number }): string {
  if (from === to) return from === 0 ? "Kindergarten" : `Grade ${String(from)}`;
  return from === 0
    ? `Kindergarten to grade ${String(to)}`
    : `Grades ${String(from)} to ${String(to)}`;
}
