interface SampleClass {
  readonly id: string;
  readonly code: string;
  readonly grade: string;
  readonly teacher: { readonly id: string; readonly given: string; readonly family: string };
}

interface SampleStudent {
  readonly id: string;
  readonly given: string;
  readonly family: string;
  readonly of: SampleClass;
}

const SEVENTH: SampleClass = {
  ...{ id: "sample-class", code: "7A", grade: "07" },
  teacher: { id: "sample-teacher", given: "Robin", family: "Vale" },
};
const EIGHTH: SampleClass = {
  ...{ id: "sample-class-2", code: "8B", grade: "08" },
  teacher: { id: "sample-teacher-2", given: "Ines", family: "Okoro" },
};

/** A small invented school: enough students in each class for its results to be shown. */
export const SAMPLE_CLASSES: readonly SampleClass[] = [SEVENTH, EIGHTH];

const NAMES = [
  "Alex Reed,Noor Haddad,Mateo Silva,Hana Birch,Omar Daoud,Freya Dahl,Kofi Asante,Lena Bauer",
  "Minh Hoang,Rosa Avila,Tariq Hakimi,Uma Iyer,Yara Farouk,Finley Corrigan,Zofia Horvat,Elias Berglund",
  "Priya Anand,Nico Ferreira,Saoirse Halloran,Ruben Galvan,Thandi Dlamini,Kenji Huynh,Amara Kalu,Teo Herrera",
  "Safiya Abdi,Oskar Dvorak,Marisol Ayala,Wen Chiang",
]
  .join(",")
  .split(",");

/** Fourteen in each class. */
export const SAMPLE_STUDENTS: readonly SampleStudent[] = NAMES.map((name, at) => {
  const [given = "", family = ""] = name.split(" ");
  return { id: `sample-student-${String(at + 1)}`, given, family, of: at < 14 ? SEVENTH : EIGHTH };
});

/** The school days of September 2026 up to the 25th, without Labor Day and a teachers' day. */
export const SCHOOL_DAYS: readonly string[] = [
  1, 2, 3, 4, 8, 9, 10, 11, 14, 15, 16, 17, 21, 22, 23, 24, 25,
].map((day) => `2026-09-${String(day).padStart(2, "0")}`);
