-- What students of a school wrote in a wave, as it may be shown: written by the seal, changed by nobody.
CREATE TABLE "release_texts" (
    "wave_id" UUID NOT NULL,
    "school_id" TEXT NOT NULL,
    "withheld" TEXT,
    "texts" TEXT[] NOT NULL DEFAULT '{}',

    CONSTRAINT "release_texts_pkey" PRIMARY KEY ("wave_id","school_id"),
    CONSTRAINT "release_texts_withheld" CHECK ("withheld" IS NULL OR cardinality("texts") = 0)
);
ALTER TABLE "release_texts" ADD CONSTRAINT "release_texts_wave_id_fkey" FOREIGN KEY ("wave_id") REFERENCES "releases"("wave_id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE OR REPLACE FUNCTION "replace_demo"() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM district WHERE is_demo) THEN
    RAISE EXCEPTION 'this is not a demonstration district' USING ERRCODE = 'HE004';
  END IF;
  TRUNCATE district, orgs, academic_sessions, classes, people, student_demographics, enrollments,
    attendance_records, calendar_days, class_weeks, student_absences, absence_signals, import_runs,
    instruments, waves, margins, seats, wave_trustees, seal_progress, ballot_box, releases, release_cells,
    release_texts, flags, flag_notes, accounts, invitations, sign_in_throttle, audit_events;
END $$;
REVOKE ALL ON FUNCTION "replace_demo"() FROM PUBLIC;
