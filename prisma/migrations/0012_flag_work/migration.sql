-- Who has a flag, until when it rests and why, what the class's teacher says to it, and what it turned out to be.
ALTER TABLE "flags" ADD COLUMN "assigned_to" UUID,
    ADD COLUMN "snoozed_until" TIMESTAMPTZ(3),
    ADD COLUMN "snooze_reason" TEXT,
    ADD COLUMN "answer" TEXT,
    ADD COLUMN "answer_words" TEXT,
    ADD COLUMN "answered_by" UUID,
    ADD COLUMN "answered_at" TIMESTAMPTZ(3),
    ADD COLUMN "outcome" TEXT;
ALTER TABLE "flags" ADD CONSTRAINT "flags_assigned_to_fkey" FOREIGN KEY ("assigned_to") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "flags" ADD CONSTRAINT "flags_answered_by_fkey" FOREIGN KEY ("answered_by") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "flags_closed_at_idx" ON "flags"("closed_at");

-- A flag rests with a reason, while it is open, and never beyond its own life.
ALTER TABLE "flags" ADD CONSTRAINT "flags_snooze" CHECK (
    CASE WHEN "snoozed_until" IS NULL THEN "snooze_reason" IS NULL
    ELSE "snooze_reason" IS NOT NULL AND length("snooze_reason") BETWEEN 1 AND 300
        AND "state" <> 'closed' AND "snoozed_until" <= "expires_at" END);
ALTER TABLE "flags" ADD CONSTRAINT "flags_answer" CHECK (
    CASE WHEN "answer" IS NULL THEN num_nonnulls("answer_words", "answered_by", "answered_at") = 0
    ELSE "answer" IN ('seating-plan', 'illness', 'trip', 'new-faces', 'trouble', 'at-work', 'data', 'unsure', 'other')
        AND num_nulls("answer_words", "answered_at") = 0 AND length("answer_words") <= 300
        AND ("answer" <> 'other' OR length("answer_words") > 0) END);
-- Flags closed before outcomes were asked for have none.
ALTER TABLE "flags" ADD CONSTRAINT "flags_outcome" CHECK (
    "outcome" IS NULL OR ("state" = 'closed'
        AND "outcome" IN ('helped', 'explained', 'nothing', 'wrong-data', 'cleared', 'lapsed')));
