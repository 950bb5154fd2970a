-- What Prisma's schema can't say about imports that ended without a page.

ALTER TABLE "Import"
  ADD CONSTRAINT "Import_fault_of_refused" CHECK ("fault" IS NULL OR "state" = 'REFUSED'),
  ADD CONSTRAINT "Import_done_has_version" CHECK ("state" <> 'DONE' OR "versionId" IS NOT NULL),
  ADD CONSTRAINT "Import_cancelled_has_none" CHECK ("state" <> 'CANCELLED' OR "versionId" IS NULL);

-- The admin's list of what failed, latest first; all other imports, however many, are none of it.
CREATE INDEX "Import_failed_idx" ON "Import" ("finishedAt" DESC, "id") WHERE "fault" IS NOT NULL;

-- Until now a fault of ours was told by its sentence alone. Sites that failed too often can't be told from others any more.
UPDATE "Import" SET "fault" = 'OURS' WHERE "state" = 'REFUSED'
  AND "message" = 'Something went wrong on our side while reading this page, several times over. Give it again; if it happens again, tell an admin.';
