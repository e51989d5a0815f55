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

-- What pages show is written with its release, before the wave counts as sealed: a row added later, which no hash
-- covers, is refused to everybody.
CREATE FUNCTION "written_with_release"() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM waves w WHERE w.id = NEW.wave_id AND w.state <> 'closed') THEN
    RAISE EXCEPTION 'the results of this wave are written' USING ERRCODE = 'HE005';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "release_cells_written_with_release" BEFORE INSERT ON "release_cells"
  FOR EACH ROW EXECUTE FUNCTION "written_with_release"();
CREATE TRIGGER "release_texts_written_with_release" BEFORE INSERT ON "release_texts"
  FOR EACH ROW EXECUTE FUNCTION "written_with_release"();

-- Nothing asks for it any more: progress is told from seats.
DROP FUNCTION "ballots_cast_block"(uuid);
