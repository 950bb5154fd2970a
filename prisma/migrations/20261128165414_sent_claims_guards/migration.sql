-- Bounds of what readers send with a claim and of what an answer names; both are gone once a report is erased.
ALTER TABLE "ErrorReport"
  ADD CONSTRAINT "ErrorReport_source_bounded" CHECK (length("source") BETWEEN 1 AND 2000),
  ADD CONSTRAINT "ErrorReport_source_of_claim" CHECK ("source" IS NULL OR "kind" = 'CLAIM'),
  ADD CONSTRAINT "ErrorReport_answer_path_ours" CHECK ("answerPath" ~ '^/(articles|claims)/[a-zA-Z0-9_-]{1,200}$'),
  ADD CONSTRAINT "ErrorReport_answer_path_answers" CHECK ("answerPath" IS NULL OR "answer" IS NOT NULL),
  ADD CONSTRAINT "ErrorReport_erased_source" CHECK ("erasedAt" IS NULL OR "source" IS NULL);

-- The desk lists what waits and what was answered (`ErrorReport_open` is there already), all of it or one kind, each in the order of its coming.
CREATE INDEX "ErrorReport_open_of_kind" ON "ErrorReport" ("kind", "sentAt", "id") WHERE "erasedAt" IS NULL AND "answeredAt" IS NULL;
CREATE INDEX "ErrorReport_answered" ON "ErrorReport" ("sentAt", "id") WHERE "erasedAt" IS NULL AND "answeredAt" IS NOT NULL;
CREATE INDEX "ErrorReport_answered_of_kind" ON "ErrorReport" ("kind", "sentAt", "id") WHERE "erasedAt" IS NULL AND "answeredAt" IS NOT NULL;
