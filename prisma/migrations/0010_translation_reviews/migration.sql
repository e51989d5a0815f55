-- Who has read the texts of a language and found them right. The hash is of the texts as they were then.
CREATE TABLE "translation_reviews" (
    "locale" TEXT NOT NULL,
    "texts_hash" TEXT NOT NULL,
    "reviewer" TEXT NOT NULL,
    "account_id" UUID,
    "reviewed_on" DATE NOT NULL,
    CONSTRAINT "translation_reviews_pkey" PRIMARY KEY ("locale"),
    CONSTRAINT "translation_reviews_hash" CHECK ("texts_hash" ~ '^[0-9a-f]{64}$'),
    CONSTRAINT "translation_reviews_reviewer" CHECK (length("reviewer") BETWEEN 1 AND 120)
);
