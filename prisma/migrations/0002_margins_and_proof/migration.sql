-- Demographics: only for districts whose administrator imports them, one category a student and dimension.
CREATE TABLE "student_demographics" (
    "person_id" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "category" TEXT NOT NULL,

    CONSTRAINT "student_demographics_pkey" PRIMARY KEY ("person_id","dimension")
);
ALTER TABLE "student_demographics" ADD CONSTRAINT "student_demographics_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A margin is a group whose ballots are signed with a key of their own: a class, what small classes roll up
-- into, or a demographic group. A class row also holds its card and roster; one that rolls up has no key.
ALTER TABLE "margins" ALTER COLUMN "class_id" DROP NOT NULL;
ALTER TABLE "margins" ALTER COLUMN "join_code" DROP NOT NULL;
ALTER TABLE "margins" ALTER COLUMN "public_key" DROP NOT NULL;
ALTER TABLE "margins" ADD COLUMN "group_id" TEXT;
UPDATE "margins" SET "group_id" = 'class:' || "class_id";
ALTER TABLE "margins" ALTER COLUMN "group_id" SET NOT NULL;
ALTER TABLE "margins" ADD COLUMN "ballot_margin_id" UUID;
ALTER TABLE "margins" ADD CONSTRAINT "margins_ballot_margin_id_fkey" FOREIGN KEY ("ballot_margin_id") REFERENCES "margins"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE UNIQUE INDEX "margins_wave_id_group_id_key" ON "margins"("wave_id", "group_id");
ALTER TABLE "margins" ADD CONSTRAINT "margins_class_has_card" CHECK (("class_id" IS NULL) = ("join_code" IS NULL));
ALTER TABLE "margins" ADD CONSTRAINT "margins_key_or_roll_up" CHECK (("public_key" IS NULL) = ("ballot_margin_id" IS NOT NULL));

-- A seat that is dealt to a student by name, because its ballots depend on who it is.
ALTER TABLE "seats" ADD COLUMN "person_id" TEXT;
ALTER TABLE "seats" ADD COLUMN "extra_margins" UUID[] NOT NULL DEFAULT '{}';

-- What a wave was asked to do beside asking: demographics, free text, trustees.
ALTER TABLE "waves" ADD COLUMN "options" JSONB NOT NULL DEFAULT '{}';

-- Three holders of a wave's key, two of whom must agree before it can be opened.
CREATE TABLE "wave_trustees" (
    "wave_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "share_hash" BYTEA,
    "taken" BOOLEAN NOT NULL DEFAULT false,
    "confirmed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "wave_trustees_pkey" PRIMARY KEY ("wave_id","position")
);
CREATE UNIQUE INDEX "wave_trustees_wave_id_account_id_key" ON "wave_trustees"("wave_id", "account_id");
ALTER TABLE "wave_trustees" ADD CONSTRAINT "wave_trustees_wave_id_fkey" FOREIGN KEY ("wave_id") REFERENCES "waves"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "wave_trustees" ADD CONSTRAINT "wave_trustees_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- How far a seal has come, for the administrator who waits: pieces of work, nothing about answers.
CREATE TABLE "seal_progress" (
    "wave_id" UUID NOT NULL,
    "rung" TEXT NOT NULL,
    "done" INTEGER NOT NULL,
    "of" INTEGER NOT NULL,

    CONSTRAINT "seal_progress_pkey" PRIMARY KEY ("wave_id")
);
ALTER TABLE "seal_progress" ADD CONSTRAINT "seal_progress_wave_id_fkey" FOREIGN KEY ("wave_id") REFERENCES "waves"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Hashes of the sealed ballots that were counted, sorted, 32 bytes each: a student finds their own.
ALTER TABLE "releases" ADD COLUMN "receipts" BYTEA;

-- Demographic groups and the other two buckets.
ALTER TABLE "release_cells" ADD COLUMN "margin" TEXT NOT NULL DEFAULT 'class';
ALTER TABLE "release_cells" ADD COLUMN "category" TEXT;
ALTER TABLE "release_cells" ADD COLUMN "unfavourable_lo" INTEGER;
ALTER TABLE "release_cells" ADD COLUMN "unfavourable_hi" INTEGER;
ALTER TABLE "release_cells" ADD COLUMN "neutral_lo" INTEGER;
ALTER TABLE "release_cells" ADD COLUMN "neutral_hi" INTEGER;

CREATE OR REPLACE FUNCTION "ballot_box_guard"() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(NEW.wave_id::text, 0));
  IF NOT EXISTS (
    SELECT 1 FROM margins m JOIN waves w ON w.id = m.wave_id
    WHERE m.id = NEW.margin_id AND w.id = NEW.wave_id AND w.state = 'open' AND m.public_key IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'this wave takes no ballots' USING ERRCODE = 'HE001';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE VIEW "ballot_keys" AS
  SELECT m."id" AS "margin_id", m."wave_id", m."public_key", w."state", w."closes_at"
  FROM "margins" m JOIN "waves" w ON w."id" = m."wave_id" WHERE m."public_key" IS NOT NULL;

CREATE OR REPLACE FUNCTION "waves_one_way"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  states text[] := ARRAY['draft', 'planned', 'open', 'closed', 'sealed'];
BEGIN
  IF array_position(states, NEW.state) < array_position(states, OLD.state) THEN
    RAISE EXCEPTION 'a wave cannot go back from % to %', OLD.state, NEW.state USING ERRCODE = 'HE002';
  END IF;
  IF OLD.state <> 'draft' AND (NEW.policy, NEW.options, NEW.plan, NEW.plan_hash, NEW.manifest, NEW.manifest_hash, NEW.instrument)
       IS DISTINCT FROM (OLD.policy, OLD.options, OLD.plan, OLD.plan_hash, OLD.manifest, OLD.manifest_hash, OLD.instrument) THEN
    RAISE EXCEPTION 'the plan of a wave is frozen' USING ERRCODE = 'HE003';
  END IF;
  RETURN NEW;
END $$;

-- Marks a seat collected, once, for one blinded request: 'collected', 'again' (the same request), 'used',
-- 'revoked' or 'unknown'. One statement for the server, so that a room of thirty costs it little.
-- Attack: a dump that joins the newest seat (xmin, ctid) to the newest ballot. So every collection rewrites
-- all seats of the class at once: they share one transaction and lie in the order of the scan.
CREATE FUNCTION "collect_seat"(asked_margin uuid, asked_code bytea, asked_request bytea) RETURNS text
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  seat seats%ROWTYPE;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(asked_margin::text, 1));
  SELECT * INTO seat FROM seats WHERE code_hash = asked_code AND margin_id = asked_margin;
  IF NOT FOUND THEN RETURN 'unknown'; END IF;
  IF seat.state = 'revoked' THEN RETURN 'revoked'; END IF;
  IF seat.state = 'collected' THEN
    RETURN CASE WHEN seat.request_hash = asked_request THEN 'again' ELSE 'used' END;
  END IF;
  -- As many ballots as students: what is left over of a second sheet buys nobody a second voice.
  IF (SELECT count(*) FROM seats WHERE margin_id = asked_margin AND state = 'collected')
     >= (SELECT roster_size FROM margins WHERE id = asked_margin) THEN
    RETURN 'revoked';
  END IF;
  UPDATE seats SET
    state = CASE WHEN id = seat.id THEN 'collected' ELSE state END,
    request_hash = CASE WHEN id = seat.id THEN asked_request ELSE request_hash END
  WHERE margin_id = asked_margin;
  RETURN 'collected';
END $$;

CREATE OR REPLACE FUNCTION "replace_demo"() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM district WHERE is_demo) THEN
    RAISE EXCEPTION 'this is not a demonstration district' USING ERRCODE = 'HE004';
  END IF;
  TRUNCATE district, orgs, academic_sessions, classes, people, student_demographics, enrollments,
    attendance_records, calendar_days, class_weeks, student_absences, absence_signals, import_runs,
    instruments, waves, margins, seats, wave_trustees, seal_progress, ballot_box, releases, release_cells,
    flags, flag_notes, accounts, invitations, sign_in_throttle, audit_events;
END $$;
REVOKE ALL ON FUNCTION "replace_demo"(), "collect_seat"(uuid, bytea, bytea) FROM PUBLIC;
