-- A strategy that a class tries. The title and the steps are copies: the catalogue may say them otherwise later.
CREATE TABLE "plans" (
    "id" UUID NOT NULL,
    "class_id" TEXT NOT NULL,
    "strategy_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "start_on" DATE NOT NULL,
    "look_again_on" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_on" DATE,
    "end_reason" TEXT NOT NULL DEFAULT '',
    "ended_by" UUID,

    CONSTRAINT "plans_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "plans_state" CHECK ("state" IN ('running', 'finished', 'stopped')),
    CONSTRAINT "plans_days" CHECK ("look_again_on" >= "start_on" + 14),
    -- Over, on a day, for a reason: all of it or nothing.
    CONSTRAINT "plans_ended" CHECK (("state" = 'running') = ("ended_on" IS NULL) AND ("state" = 'running') = ("end_reason" = '')),
    CONSTRAINT "plans_lengths" CHECK (length("strategy_id") BETWEEN 1 AND 60 AND length("title") BETWEEN 1 AND 120 AND length("note") <= 1000 AND length("end_reason") <= 1000)
);
CREATE INDEX "plans_class_id_idx" ON "plans"("class_id");
CREATE INDEX "plans_start_on_idx" ON "plans"("start_on");
-- A class may try several things, but not one thing twice at a time.
CREATE UNIQUE INDEX "plans_one_running" ON "plans" ("class_id", "strategy_id") WHERE "state" = 'running';
ALTER TABLE "plans" ADD CONSTRAINT "plans_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "classes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plans" ADD CONSTRAINT "plans_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "plans" ADD CONSTRAINT "plans_ended_by_fkey" FOREIGN KEY ("ended_by") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Its steps, and on which day they were done by whom.
CREATE TABLE "plan_steps" (
    "plan_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "done_on" DATE,
    "done_by" UUID,

    CONSTRAINT "plan_steps_pkey" PRIMARY KEY ("plan_id","position"),
    CONSTRAINT "plan_steps_body" CHECK (length("body") BETWEEN 1 AND 500),
    -- An account that goes takes its name with it, not the day.
    CONSTRAINT "plan_steps_done" CHECK ("done_by" IS NULL OR "done_on" IS NOT NULL)
);
ALTER TABLE "plan_steps" ADD CONSTRAINT "plan_steps_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "plan_steps" ADD CONSTRAINT "plan_steps_done_by_fkey" FOREIGN KEY ("done_by") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;
