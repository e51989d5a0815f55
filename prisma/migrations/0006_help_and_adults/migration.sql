-- Where students of a language ('all': of every language) find help, in the district's words.
CREATE TABLE "help_lines" (
    "id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "sms" TEXT,
    "chat_url" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "help_lines_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "help_lines_reachable" CHECK (num_nonnulls("phone", "sms", "chat_url") > 0),
    CONSTRAINT "help_lines_chat" CHECK ("chat_url" LIKE 'https://%')
);
CREATE INDEX "help_lines_language_idx" ON "help_lines"("language");

-- Who is told when a student asks for an adult. No row, no form.
CREATE TABLE "adult_receivers" (
    "account_id" UUID NOT NULL,
    "all_schools" BOOLEAN NOT NULL,
    "school_ids" TEXT[] NOT NULL,
    "shown_as" TEXT NOT NULL,

    CONSTRAINT "adult_receivers_pkey" PRIMARY KEY ("account_id"),
    -- An empty list must not come to mean "all" by mistake.
    CONSTRAINT "adult_receivers_schools" CHECK ("all_schools" = (cardinality("school_ids") = 0))
);
ALTER TABLE "adult_receivers" ADD CONSTRAINT "adult_receivers_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What students sent under their name. A day and no time, no pulse, no code, no slip: nothing here can be laid beside
-- a ballot. The person is not looked up either: the name is what somebody typed.
CREATE TABLE "adult_requests" (
    "id" UUID NOT NULL,
    "school_id" TEXT NOT NULL,
    "class_id" TEXT NOT NULL,
    "student_name" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "asked_on" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "handled_by" UUID,
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "adult_requests_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "adult_requests_state" CHECK ("state" IN ('new', 'seen', 'done')),
    CONSTRAINT "adult_requests_handled" CHECK ("state" = 'new' OR "handled_at" IS NOT NULL)
);
CREATE INDEX "adult_requests_school_id_state_idx" ON "adult_requests"("school_id", "state");
ALTER TABLE "adult_requests" ADD CONSTRAINT "adult_requests_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "orgs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "adult_requests" ADD CONSTRAINT "adult_requests_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "classes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "adult_requests" ADD CONSTRAINT "adult_requests_handled_by_fkey" FOREIGN KEY ("handled_by") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A person's voice for an item. `said` is a hash of the words: a recording of other words is never played.
CREATE TABLE "item_recordings" (
    "item_id" TEXT NOT NULL,
    "item_version" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "said" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploaded_by" UUID,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "item_recordings_pkey" PRIMARY KEY ("item_id","item_version","language","said"),
    CONSTRAINT "item_recordings_size" CHECK (octet_length("bytes") BETWEEN 1 AND 1048576)
);
CREATE INDEX "item_recordings_sha256_idx" ON "item_recordings"("sha256");
ALTER TABLE "item_recordings" ADD CONSTRAINT "item_recordings_uploaded_by_fkey" FOREIGN KEY ("uploaded_by") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Empties every table there is, so that one added later cannot be forgotten here.
CREATE OR REPLACE FUNCTION "replace_demo"() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM district WHERE is_demo) THEN
    RAISE EXCEPTION 'this is not a demonstration district' USING ERRCODE = 'HE004';
  END IF;
  EXECUTE (
    SELECT 'TRUNCATE ' || string_agg(format('%I.%I', schemaname, tablename), ', ')
    FROM pg_tables WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations'
  );
END $$;
REVOKE ALL ON FUNCTION "replace_demo"() FROM PUBLIC;
