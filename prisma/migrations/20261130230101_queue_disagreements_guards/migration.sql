-- The list of them. So few are settled at a time that each order is made of all.
CREATE INDEX "QueueItem_disagreements" ON "QueueItem" ("changedAt", "id") WHERE "dissenters" <> '{}';
-- Those that wait already: the worker works them out.
INSERT INTO "QueueMark" ("transactionId", "subjectId")
  SELECT DISTINCT 0, v."articleId" FROM "BlindReading" b JOIN "ArticleVersion" v ON v."id" = b."versionId" WHERE b."state" = 'SETTLING'
ON CONFLICT DO NOTHING;
