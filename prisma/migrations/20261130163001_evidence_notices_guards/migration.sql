-- What looks came to, nobody did. Evidence that is lost again later is told of again.
ALTER TABLE "Notice" DROP CONSTRAINT "Notice_names_one", DROP CONSTRAINT "Notice_by_somebody";
ALTER TABLE "Notice"
  ADD CONSTRAINT "Notice_names_one" CHECK (
    num_nonnulls("commentId", "actId", "reviewId", "webhookId", "evidenceId") = 1 AND
    CASE "kind" WHEN 'ASSIGNED' THEN "actId" IS NOT NULL
      WHEN 'RETURNED' THEN "reviewId" IS NOT NULL
      WHEN 'WEBHOOK_OFF' THEN "webhookId" IS NOT NULL
      WHEN 'EVIDENCE_LOST' THEN "evidenceId" IS NOT NULL
      ELSE "commentId" IS NOT NULL END),
  ADD CONSTRAINT "Notice_by_somebody" CHECK ("kind" = 'ASSIGNED' OR ("byId" IS NULL) = ("kind" IN ('WEBHOOK_OFF', 'EVIDENCE_LOST')));
