const NAMES: Readonly<Record<string, string>> = {
  IT: "Infants and toddlers",
  PR: "Preschool",
  PK: "Pre-kindergarten",
  TK: "Transitional kindergarten",
  KG: "Kindergarten",
  K: "Kindergarten",
};

function short(grade: string): string {
  const name = NAMES[grade.toUpperCase()];
  return name ?? grade.replace(/^0+(?=\d)/u, "");
}

/** Grades as the roster lists them, in words: "Grade 7", "Kindergarten", "Grades 6 and 7". */
export function gradeWords(grades: readonly string[]): string {
  const names = [...new Set(grades.map(short))];
  const [only] = names;
  if (only === undefined) return "No grade";
  if (names.length === 1) return /^\d/u.test(only) ? `Grade ${only}` : only;
  const list = new Intl.ListFormat("en", { type: "conjunction" }).format(names);
  return names.every((name) => /^\d/u.test(name)) ? `Grades ${list}` : list;
}
