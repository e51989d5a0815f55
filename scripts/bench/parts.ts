import type { Figure } from "./figure";

/** What the bench measures, in the order of the table. Loaded when asked for: each part connects for itself. */
export const PARTS = {
  cast: {
    title: "Casting ballots",
    run: async (): Promise<Figure[]> => (await import("./cast")).benchCast(),
  },
  seal: {
    title: "Sealing",
    run: async (): Promise<Figure[]> => (await import("./seal")).benchSeal(),
  },
  audit: {
    title: "Compiling and auditing a release",
    run: async (): Promise<Figure[]> => (await import("./audit")).benchAudit(),
  },
  pages: {
    title: "Pages, 20 waves each",
    run: async (): Promise<Figure[]> => (await import("./pages-over-http")).benchDistrictPages(),
  },
  student: {
    title: "The student's page",
    run: async (): Promise<Figure[]> => (await import("./student-page")).benchStudentPage(),
  },
  staff: {
    title: "Staff pages in a browser",
    run: async (): Promise<Figure[]> => (await import("./staff-pages")).benchStaffPages(),
  },
  attendance: {
    title: "Attendance",
    run: async (): Promise<Figure[]> => (await import("./programs")).benchAttendance(),
  },
  cli: {
    title: "Command line",
    run: async (): Promise<Figure[]> => (await import("./command-line")).benchCommandLine(),
  },
} as const;

export type PartName = keyof typeof PARTS;

export const PART_NAMES = Object.keys(PARTS) as PartName[];
