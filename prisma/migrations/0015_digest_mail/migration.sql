-- When the week's mail goes out, on the district's clock: 1 is Monday, 7 is Sunday.
ALTER TABLE "district" ADD COLUMN "digest_weekday" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "district" ADD COLUMN "digest_hour" INTEGER NOT NULL DEFAULT 7;
ALTER TABLE "district" ADD CONSTRAINT "district_digest_weekday" CHECK ("digest_weekday" BETWEEN 1 AND 7);
ALTER TABLE "district" ADD CONSTRAINT "district_digest_hour" CHECK ("digest_hour" BETWEEN 0 AND 23);

-- Whether an account gets the week's mail.
ALTER TABLE "accounts" ADD COLUMN "weekly_mail" BOOLEAN NOT NULL DEFAULT true;

-- Who was written to for which week or hour. A row is made before the mail goes out: two workers cannot both make it.
-- No key to accounts: it must outlive nothing and hold up nothing.
CREATE TABLE "digest_sends" (
    "account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 1,
    "try_again_at" TIMESTAMPTZ(3),
    CONSTRAINT "digest_sends_pkey" PRIMARY KEY ("account_id", "kind", "slot"),
    CONSTRAINT "digest_sends_kind" CHECK ("kind" IN ('weekly', 'asked')),
    CONSTRAINT "digest_sends_slot" CHECK ("slot" ~ '^\d{4}-\d{2}-\d{2}(T\d{2})?$'),
    CONSTRAINT "digest_sends_state" CHECK ("state" IN ('claimed', 'sent', 'nothing', 'refused', 'given-up')),
    CONSTRAINT "digest_sends_tries" CHECK ("tries" BETWEEN 1 AND 5),
    CONSTRAINT "digest_sends_again" CHECK (("try_again_at" IS NOT NULL) = ("state" = 'refused'))
);
