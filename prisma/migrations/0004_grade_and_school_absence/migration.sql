-- Absence of whole schools and of their grades: derived from attendance at import, as class_weeks is. `grade` is
-- empty for the school itself.
CREATE TABLE "group_weeks" (
    "school_id" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "week_start" DATE NOT NULL,
    "student_days" INTEGER NOT NULL,
    "absent_days" INTEGER NOT NULL,
    "new_absences" INTEGER NOT NULL,
    "contributors" INTEGER NOT NULL,

    CONSTRAINT "group_weeks_pkey" PRIMARY KEY ("school_id","level","grade","week_start"),
    CONSTRAINT "group_weeks_level" CHECK (("level" = 'school') = ("grade" = '') AND "level" IN ('school', 'grade'))
);
ALTER TABLE "group_weeks" ADD CONSTRAINT "group_weeks_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "orgs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- So that the absence of schools stays in sight until the next import, which counts each student once.
INSERT INTO "group_weeks"
SELECT c."school_id", 'school', '', w."week_start", sum(w."student_days"), sum(w."absent_days"), sum(w."new_absences"), sum(w."contributors")
FROM "class_weeks" w JOIN "classes" c ON c."id" = w."class_id"
GROUP BY c."school_id", w."week_start";

-- The last look of the rising-absence rule at each of them. Either a refusal or figures.
CREATE TABLE "group_looks" (
    "school_id" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "window_from" DATE NOT NULL,
    "week_start" DATE NOT NULL,
    "series" TEXT NOT NULL,
    "student_days" INTEGER NOT NULL,
    "absent_days" INTEGER NOT NULL,
    "rest_days" INTEGER NOT NULL,
    "rest_absent" INTEGER NOT NULL,
    "refusal" TEXT,
    "phi" DOUBLE PRECISION,
    "observed" DOUBLE PRECISION,
    "expected" DOUBLE PRECISION,
    "theta" DOUBLE PRECISION,
    "z" DOUBLE PRECISION,
    "contributors" INTEGER,
    "tier" TEXT,
    "highest_week" DATE,
    "highest_excess" DOUBLE PRECISION,

    CONSTRAINT "group_looks_pkey" PRIMARY KEY ("school_id","level","grade"),
    CONSTRAINT "group_looks_level" CHECK (("level" = 'school') = ("grade" = '') AND "level" IN ('school', 'grade')),
    CONSTRAINT "group_looks_refusal" CHECK (("refusal" IS NULL) = ("z" IS NOT NULL))
);
ALTER TABLE "group_looks" ADD CONSTRAINT "group_looks_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "orgs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The grade a student is counted in; empty when the roster does not say one.
ALTER TABLE "student_absences" ADD COLUMN "grade" TEXT NOT NULL DEFAULT '';

CREATE OR REPLACE FUNCTION "replace_demo"() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM district WHERE is_demo) THEN
    RAISE EXCEPTION 'this is not a demonstration district' USING ERRCODE = 'HE004';
  END IF;
  TRUNCATE district, orgs, academic_sessions, classes, people, student_demographics, enrollments,
    attendance_records, calendar_days, class_weeks, group_weeks, group_looks, student_absences,
    absence_signals, import_runs, instruments, waves, margins, seats, wave_trustees, seal_progress,
    ballot_box, releases, release_cells, release_texts, flags, flag_notes, accounts, invitations,
    sign_in_throttle, audit_events;
END $$;
REVOKE ALL ON FUNCTION "replace_demo"() FROM PUBLIC;
