-- Who read a page blind stays unnamed until it is settled, and the calendar makes promises fall due: both are told by nobody. Each is told once.
ALTER TABLE "Notice" DROP CONSTRAINT "Notice_names_one", DROP CONSTRAINT "Notice_by_somebody";
ALTER TABLE "Notice"
  ADD CONSTRAINT "Notice_names_one" CHECK (
    num_nonnulls("commentId", "actId", "reviewId", "webhookId", "evidenceId", "readingId", "statementId") = 1 AND
    CASE "kind" WHEN 'ASSIGNED' THEN "actId" IS NOT NULL
      WHEN 'RETURNED' THEN "reviewId" IS NOT NULL
      WHEN 'WEBHOOK_OFF' THEN "webhookId" IS NOT NULL
      WHEN 'EVIDENCE_LOST' THEN "evidenceId" IS NOT NULL
      WHEN 'DISAGREEMENT' THEN "readingId" IS NOT NULL
      WHEN 'FELL_DUE' THEN "statementId" IS NOT NULL
      ELSE "commentId" IS NOT NULL END),
  ADD CONSTRAINT "Notice_by_somebody" CHECK (
    "kind" = 'ASSIGNED' OR ("byId" IS NULL) = ("kind" IN ('WEBHOOK_OFF', 'EVIDENCE_LOST', 'DISAGREEMENT', 'FELL_DUE')));
CREATE UNIQUE INDEX "Notice_disagreement_once" ON "Notice" ("readingId", "personId") WHERE "readingId" IS NOT NULL;
CREATE UNIQUE INDEX "Notice_fell_due_once" ON "Notice" ("statementId", "personId") WHERE "statementId" IS NOT NULL;
