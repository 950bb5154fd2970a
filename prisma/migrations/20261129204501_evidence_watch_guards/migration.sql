-- What nobody asked for is no copy that waits: the worker kept it when it looked again.
ALTER TABLE "EvidenceCopy" ADD CONSTRAINT "EvidenceCopy_asked" CHECK ("requestedById" IS NOT NULL OR "snapshotSha256" IS NOT NULL);

-- Looks that ended badly are counted from the first of them, and said once they were enough; what is well is neither.
ALTER TABLE "EvidenceWatch"
  ADD CONSTRAINT "EvidenceWatch_whole" CHECK (CASE
    WHEN "trouble" IS NULL THEN "looks" = 0 AND num_nonnulls("since", "message", "saidAt") = 0
    ELSE "looks" > 0 AND num_nonnulls("since", "message", "lookedAt") = 3 AND ("saidAt" IS NULL OR "saidAt" >= "since") END),
  ADD CONSTRAINT "EvidenceWatch_bounded" CHECK ("days" BETWEEN 1 AND 28 AND length("message") BETWEEN 1 AND 2000);

-- Evidence that is there is looked at within a week, spread over its hours: a site that many name is asked by and by.
INSERT INTO "EvidenceWatch" ("evidenceId", "nextLookAt", "days", "wellAt")
SELECT e."id", now() + interval '7 days' * (('x' || substr(md5(e."id"::text), 1, 8))::bit(32)::bigint / 4294967296.0), 7,
  (SELECT max(c."endedAt") FROM "EvidenceCopy" c
    WHERE c."evidenceId" = e."id" AND c."snapshotSha256" IS NOT NULL AND (c."quote" = 'FOUND' OR e."quote" IS NULL))
FROM "Evidence" e WHERE e."url" IS NOT NULL AND e."removedAt" IS NULL;

-- Readers are told of a page that is gone, so it is news to what keeps copies of their pages.
DROP INDEX "AuditEvent_shown";
CREATE INDEX "AuditEvent_shown" ON "AuditEvent" ("sequence")
  WHERE "action" IN ('review.publish', 'review.withdraw', 'payload.erase', 'evidenceWatch.miss', 'evidenceWatch.end');
