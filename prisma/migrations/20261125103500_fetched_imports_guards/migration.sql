-- What Prisma's schema can't say about pages that are fetched.

ALTER TABLE "Import"
  ADD CONSTRAINT "Import_given_has_bytes" CHECK ("way" <> 'GIVEN' OR "snapshotSha256" IS NOT NULL),
  ADD CONSTRAINT "Import_address_is_known" CHECK ("way" <> 'ADDRESS' OR "url" IS NOT NULL),
  ADD CONSTRAINT "Import_fetched_whole" CHECK (
    "fetchedAt" IS NULL OR ("snapshotSha256" IS NOT NULL AND "finalUrl" IS NOT NULL)),
  ADD CONSTRAINT "Import_attempts_range" CHECK ("attempts" >= 0);
