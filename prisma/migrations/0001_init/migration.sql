-- Tables: made from schema.prisma. No statement names a schema: the district's schema is first in the search path.
-- CreateTable
CREATE TABLE "district" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "district_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orgs" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "identifier" TEXT,
    "parent_id" TEXT,
    "time_zone" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "orgs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "academic_sessions" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "start_date" DATE NOT NULL,
    "end_date" DATE NOT NULL,
    "parent_id" TEXT,
    "school_year" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "academic_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "classes" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "class_code" TEXT,
    "class_type" TEXT NOT NULL,
    "grades" TEXT[],
    "school_id" TEXT NOT NULL,
    "term_ids" TEXT[],
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "classes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "people" (
    "id" TEXT NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "grades" TEXT[],
    "email" TEXT,
    "org_ids" TEXT[],
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrollments" (
    "id" TEXT NOT NULL,
    "class_id" TEXT NOT NULL,
    "school_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "primary" BOOLEAN NOT NULL DEFAULT false,
    "begin_date" DATE,
    "end_date" DATE,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "enrollments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance_records" (
    "person_id" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "section_id" TEXT NOT NULL DEFAULT '',
    "school_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "excused" BOOLEAN,

    CONSTRAINT "attendance_records_pkey" PRIMARY KEY ("person_id","date","section_id")
);

-- CreateTable
CREATE TABLE "calendar_days" (
    "school_id" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "calendar_days_pkey" PRIMARY KEY ("school_id","date")
);

-- CreateTable
CREATE TABLE "class_weeks" (
    "class_id" TEXT NOT NULL,
    "week_start" DATE NOT NULL,
    "student_days" INTEGER NOT NULL,
    "absent_days" INTEGER NOT NULL,
    "new_absences" INTEGER NOT NULL,
    "contributors" INTEGER NOT NULL,

    CONSTRAINT "class_weeks_pkey" PRIMARY KEY ("class_id","week_start")
);

-- CreateTable
CREATE TABLE "student_absences" (
    "person_id" TEXT NOT NULL,
    "school_id" TEXT NOT NULL,
    "possible_days" INTEGER NOT NULL,
    "absent_days" INTEGER NOT NULL,

    CONSTRAINT "student_absences_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "absence_signals" (
    "class_id" TEXT NOT NULL,
    "week_start" DATE NOT NULL,
    "series" TEXT NOT NULL,
    "phi" DOUBLE PRECISION NOT NULL,
    "observed" DOUBLE PRECISION NOT NULL,
    "expected" DOUBLE PRECISION NOT NULL,
    "theta" DOUBLE PRECISION NOT NULL,
    "z" DOUBLE PRECISION NOT NULL,
    "contributors" INTEGER NOT NULL,
    "tier" TEXT,

    CONSTRAINT "absence_signals_pkey" PRIMARY KEY ("class_id","week_start")
);

-- CreateTable
CREATE TABLE "import_runs" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "staged_path" TEXT,
    "sha256" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_at" TIMESTAMPTZ(3),
    "mapping" JSONB,
    "summary" JSONB,

    CONSTRAINT "import_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "instruments" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "instruments_pkey" PRIMARY KEY ("id","version")
);

-- CreateTable
CREATE TABLE "waves" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "instrument" JSONB NOT NULL,
    "scope" JSONB NOT NULL,
    "policy" JSONB NOT NULL,
    "plan" JSONB,
    "plan_hash" TEXT,
    "manifest" TEXT,
    "manifest_hash" TEXT,
    "time_zone" TEXT NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "waves_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "margins" (
    "id" UUID NOT NULL,
    "wave_id" UUID NOT NULL,
    "level" TEXT NOT NULL,
    "class_id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "join_code" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "roster_size" INTEGER NOT NULL,
    "roster" TEXT[],

    CONSTRAINT "margins_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seats" (
    "id" UUID NOT NULL,
    "margin_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "state" TEXT NOT NULL,
    "request_hash" BYTEA,

    CONSTRAINT "seats_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballot_box" (
    "nullifier" BYTEA NOT NULL,
    "wave_id" UUID NOT NULL,
    "margin_id" UUID NOT NULL,
    "ciphertext" BYTEA NOT NULL,

    CONSTRAINT "ballot_box_pkey" PRIMARY KEY ("nullifier")
);

-- CreateTable
CREATE TABLE "releases" (
    "wave_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "sealed_on" DATE NOT NULL,

    CONSTRAINT "releases_pkey" PRIMARY KEY ("wave_id")
);

-- CreateTable
CREATE TABLE "release_cells" (
    "wave_id" UUID NOT NULL,
    "group_id" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "class_id" TEXT,
    "school_id" TEXT,
    "grade" TEXT,
    "n" INTEGER,
    "lo" INTEGER,
    "hi" INTEGER,
    "withheld" TEXT,
    "participation_lo" INTEGER,
    "participation_hi" INTEGER,
    "roster_size" INTEGER NOT NULL,

    CONSTRAINT "release_cells_pkey" PRIMARY KEY ("wave_id","group_id","item")
);

-- CreateTable
CREATE TABLE "flags" (
    "id" UUID NOT NULL,
    "class_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "tier" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "flags_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "flag_notes" (
    "id" UUID NOT NULL,
    "flag_id" UUID NOT NULL,
    "account_id" UUID,
    "body" TEXT NOT NULL,
    "state" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "flag_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "school_ids" TEXT[],
    "person_id" TEXT,
    "session_epoch" INTEGER NOT NULL DEFAULT 0,
    "disabled" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "account_id" UUID,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "school_ids" TEXT[],
    "person_id" TEXT,
    "invited_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_throttle" (
    "key" BYTEA NOT NULL,
    "failures" INTEGER NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "account_id" UUID,
    "account_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "classes_school_id_idx" ON "classes"("school_id");

-- CreateIndex
CREATE INDEX "enrollments_class_id_idx" ON "enrollments"("class_id");

-- CreateIndex
CREATE INDEX "enrollments_person_id_idx" ON "enrollments"("person_id");

-- CreateIndex
CREATE INDEX "attendance_records_school_id_date_idx" ON "attendance_records"("school_id", "date");

-- CreateIndex
CREATE INDEX "student_absences_school_id_idx" ON "student_absences"("school_id");

-- CreateIndex
CREATE INDEX "waves_state_idx" ON "waves"("state");

-- CreateIndex
CREATE UNIQUE INDEX "margins_join_code_key" ON "margins"("join_code");

-- CreateIndex
CREATE INDEX "margins_class_id_idx" ON "margins"("class_id");

-- CreateIndex
CREATE UNIQUE INDEX "margins_wave_id_class_id_key" ON "margins"("wave_id", "class_id");

-- CreateIndex
CREATE UNIQUE INDEX "seats_code_hash_key" ON "seats"("code_hash");

-- CreateIndex
CREATE INDEX "seats_margin_id_idx" ON "seats"("margin_id");

-- CreateIndex
CREATE INDEX "ballot_box_wave_id_idx" ON "ballot_box"("wave_id");

-- CreateIndex
CREATE INDEX "release_cells_class_id_wave_id_idx" ON "release_cells"("class_id", "wave_id");

-- CreateIndex
CREATE INDEX "release_cells_school_id_level_wave_id_idx" ON "release_cells"("school_id", "level", "wave_id");

-- CreateIndex
CREATE INDEX "flags_class_id_idx" ON "flags"("class_id");

-- CreateIndex
CREATE INDEX "flags_state_idx" ON "flags"("state");

-- CreateIndex
CREATE INDEX "flag_notes_flag_id_idx" ON "flag_notes"("flag_id");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_email_key" ON "accounts"("email");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "audit_events_at_idx" ON "audit_events"("at");

-- AddForeignKey
ALTER TABLE "classes" ADD CONSTRAINT "classes_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "orgs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "classes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "orgs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_weeks" ADD CONSTRAINT "class_weeks_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "classes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence_signals" ADD CONSTRAINT "absence_signals_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "classes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "margins" ADD CONSTRAINT "margins_wave_id_fkey" FOREIGN KEY ("wave_id") REFERENCES "waves"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "margins" ADD CONSTRAINT "margins_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "classes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seats" ADD CONSTRAINT "seats_margin_id_fkey" FOREIGN KEY ("margin_id") REFERENCES "margins"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "releases" ADD CONSTRAINT "releases_wave_id_fkey" FOREIGN KEY ("wave_id") REFERENCES "waves"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_cells" ADD CONSTRAINT "release_cells_wave_id_fkey" FOREIGN KEY ("wave_id") REFERENCES "releases"("wave_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flags" ADD CONSTRAINT "flags_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "classes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flag_notes" ADD CONSTRAINT "flag_notes_flag_id_fkey" FOREIGN KEY ("flag_id") REFERENCES "flags"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flag_notes" ADD CONSTRAINT "flag_notes_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- Bounds that no code path may cross.
ALTER TABLE "district" ADD CONSTRAINT "district_single_row" CHECK ("id" = 1);
ALTER TABLE "waves" ADD CONSTRAINT "waves_state" CHECK ("state" IN ('draft', 'planned', 'open', 'closed', 'sealed'));
ALTER TABLE "waves" ADD CONSTRAINT "waves_closes_after_opening" CHECK ("closes_at" > "opens_at");
ALTER TABLE "seats" ADD CONSTRAINT "seats_state" CHECK ("state" IN ('unused', 'collected', 'revoked'));
ALTER TABLE "flags" ADD CONSTRAINT "flags_state" CHECK ("state" IN ('new', 'seen', 'acting', 'closed'));
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_role" CHECK ("role" IN ('district-administrator', 'school-administrator', 'teacher'));
ALTER TABLE "ballot_box" ADD CONSTRAINT "ballot_box_sizes" CHECK (octet_length("nullifier") = 32 AND octet_length("ciphertext") BETWEEN 64 AND 512);
-- Only one open flag a class.
CREATE UNIQUE INDEX "flags_one_open" ON "flags" ("class_id") WHERE "state" <> 'closed';

-- A ballot is taken only while its wave is open. The shared advisory lock is held to the end of the
-- inserting transaction; closing takes the exclusive one, so that every acknowledged ballot is in the
-- box before the wave counts as closed. An advisory lock leaves no trace in a row, as FOR SHARE would.
CREATE FUNCTION "ballot_box_guard"() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(NEW.wave_id::text, 0));
  IF NOT EXISTS (
    SELECT 1 FROM margins m JOIN waves w ON w.id = m.wave_id
    WHERE m.id = NEW.margin_id AND w.id = NEW.wave_id AND w.state = 'open'
  ) THEN
    RAISE EXCEPTION 'this wave takes no ballots' USING ERRCODE = 'HE001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ballot_box_guard" BEFORE INSERT ON "ballot_box"
  FOR EACH ROW EXECUTE FUNCTION "ballot_box_guard"();

-- The ballot role cannot read the box. To acknowledge a repeat it may ask whether the very same
-- ballot is there, which only its caster can ask.
CREATE FUNCTION "ballot_is_stored"(asked_nullifier bytea, asked_ciphertext bytea) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT EXISTS (
    SELECT 1 FROM ballot_box WHERE nullifier = asked_nullifier AND ciphertext = asked_ciphertext
  )
$$;

-- What the ballot role needs to check a ballot.
CREATE VIEW "ballot_keys" AS
  SELECT m."id" AS "margin_id", m."wave_id", m."public_key", w."state", w."closes_at"
  FROM "margins" m JOIN "waves" w ON w."id" = m."wave_id";

-- Ballots collected or cast, for the room: blocks of five, never the count.
CREATE FUNCTION "ballots_cast_block"(asked_margin uuid) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT (count(*) / 5 * 5)::integer FROM ballot_box WHERE margin_id = asked_margin
$$;

-- Waves move one way; what was planned stays as it was planned.
CREATE FUNCTION "waves_one_way"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  states text[] := ARRAY['draft', 'planned', 'open', 'closed', 'sealed'];
BEGIN
  IF array_position(states, NEW.state) < array_position(states, OLD.state) THEN
    RAISE EXCEPTION 'a wave cannot go back from % to %', OLD.state, NEW.state USING ERRCODE = 'HE002';
  END IF;
  IF OLD.state <> 'draft' AND (NEW.policy, NEW.plan, NEW.plan_hash, NEW.manifest, NEW.manifest_hash, NEW.instrument)
       IS DISTINCT FROM (OLD.policy, OLD.plan, OLD.plan_hash, OLD.manifest, OLD.manifest_hash, OLD.instrument) THEN
    RAISE EXCEPTION 'the plan of a wave is frozen' USING ERRCODE = 'HE003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "waves_one_way" BEFORE UPDATE ON "waves"
  FOR EACH ROW EXECUTE FUNCTION "waves_one_way"();

-- "Start for real" on the demonstration district: everything goes, and only from a demonstration.
CREATE FUNCTION "replace_demo"() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM district WHERE is_demo) THEN
    RAISE EXCEPTION 'this is not a demonstration district' USING ERRCODE = 'HE004';
  END IF;
  TRUNCATE district, orgs, academic_sessions, classes, people, enrollments, attendance_records,
    calendar_days, class_weeks, student_absences, absence_signals, import_runs, instruments, waves,
    margins, seats, ballot_box, releases, release_cells, flags, flag_notes, accounts, invitations,
    sign_in_throttle, audit_events;
END $$;
REVOKE ALL ON FUNCTION "ballot_is_stored"(bytea, bytea), "ballots_cast_block"(uuid), "replace_demo"() FROM PUBLIC;
