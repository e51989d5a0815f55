-- Days in which only a class's own teacher sees a new flag, before anybody else.
ALTER TABLE "district" ADD COLUMN "teacher_first_days" INTEGER NOT NULL DEFAULT 3;
ALTER TABLE "district" ADD CONSTRAINT "district_teacher_first" CHECK ("teacher_first_days" BETWEEN 0 AND 14);
