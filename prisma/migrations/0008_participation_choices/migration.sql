-- Whether students take part unless their family says no (passive), or only when it says yes (active).
ALTER TABLE "district" ADD COLUMN "consent" TEXT NOT NULL DEFAULT 'passive';
ALTER TABLE "district" ADD CONSTRAINT "district_consent" CHECK ("consent" IN ('passive', 'active'));

-- What a family chose for a student; no row where it said nothing. Kept when a student leaves the roster: one who is
-- dropped by a wrong file and comes back must not be asked against the family's word.
CREATE TABLE "participation_choices" (
    "person_id" TEXT NOT NULL,
    "choice" TEXT NOT NULL,
    "entered_by" UUID NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "participation_choices_pkey" PRIMARY KEY ("person_id"),
    CONSTRAINT "participation_choices_choice" CHECK ("choice" IN ('out', 'in'))
);
ALTER TABLE "participation_choices" ADD CONSTRAINT "participation_choices_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- How many students of a class were left out of a wave when it was planned: its figures do not speak for them.
ALTER TABLE "margins" ADD COLUMN "not_asked" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "margins" ADD CONSTRAINT "margins_not_asked" CHECK ("not_asked" >= 0);

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
