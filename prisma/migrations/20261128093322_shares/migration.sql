-- AlterTable
ALTER TABLE "Import" ADD COLUMN     "shareBytes" INTEGER;

-- What somebody gave within a day, and what of it waits, without walking everybody's imports.
CREATE INDEX "Import_share" ON "Import" ("requestedById", "requestedAt") WHERE "shareBytes" IS NOT NULL;
CREATE INDEX "Import_share_waiting" ON "Import" ("requestedById")
  WHERE "shareBytes" IS NOT NULL AND "state" IN ('QUEUED', 'RUNNING');
