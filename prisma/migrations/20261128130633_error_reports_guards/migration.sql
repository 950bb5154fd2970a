-- What Prisma's schema can't say about readers' reports: bounds, and that what was erased is gone.

ALTER TABLE "ErrorReport"
  ADD CONSTRAINT "ErrorReport_hash_hex" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "ErrorReport_path_ours" CHECK ("path" ~ '^/[a-z0-9A-Z/_-]*$' AND length("path") <= 300),
  ADD CONSTRAINT "ErrorReport_words_bounded" CHECK (length("words") BETWEEN 1 AND 4000),
  ADD CONSTRAINT "ErrorReport_answer_bounded" CHECK (length("answer") BETWEEN 1 AND 2000),
  ADD CONSTRAINT "ErrorReport_erased_or_there" CHECK (("erasedAt" IS NULL) = ("words" IS NOT NULL)),
  ADD CONSTRAINT "ErrorReport_erased_answer" CHECK ("erasedAt" IS NULL OR "answer" IS NULL),
  ADD CONSTRAINT "ErrorReport_answered" CHECK ("answer" IS NULL OR "answeredAt" IS NOT NULL);

-- Those that wait for an answer, and those that have one, each in the order of their coming.
CREATE INDEX "ErrorReport_open" ON "ErrorReport" ("sentAt", "id") WHERE "erasedAt" IS NULL AND "answeredAt" IS NULL;
