-- Saved sets of classes, to be compared with others. A snapshot: which classes, and whose schools they were then.
CREATE TABLE "cohorts" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "class_ids" TEXT[] NOT NULL,
    "school_ids" TEXT[] NOT NULL,
    "saved_by" UUID,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cohorts_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "cohorts_name" CHECK (length("name") BETWEEN 1 AND 80),
    CONSTRAINT "cohorts_classes" CHECK (cardinality("class_ids") BETWEEN 3 AND 2000),
    CONSTRAINT "cohorts_schools" CHECK (cardinality("school_ids") BETWEEN 1 AND cardinality("class_ids"))
);
ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_saved_by_fkey" FOREIGN KEY ("saved_by") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;
