-- CreateEnum
CREATE TYPE "WatchPace" AS ENUM ('NEVER', 'HOURLY', 'DAILY', 'WEEKLY');

-- CreateEnum
CREATE TYPE "CheckResult" AS ENUM ('NEW', 'SAME', 'TRIVIAL', 'GONE', 'MOVED');

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "nextCheckAt" TIMESTAMPTZ,
ADD COLUMN     "watch" "WatchPace" NOT NULL DEFAULT 'NEVER';

-- AlterTable
ALTER TABLE "ArticleVersion" ADD COLUMN     "canonicalUrl" TEXT,
ADD COLUMN     "dates" JSONB;

-- AlterTable
ALTER TABLE "Import" ADD COLUMN     "articleId" UUID;

-- CreateTable
CREATE TABLE "PageCheck" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "result" "CheckResult" NOT NULL,
    "versionId" UUID,
    "snapshotSha256" TEXT,
    "movedTo" TEXT,
    "importId" UUID,

    CONSTRAINT "PageCheck_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PageCheck_articleId_at_idx" ON "PageCheck"("articleId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "PageCheck_importId_at_key" ON "PageCheck"("importId", "at");

-- CreateIndex
CREATE INDEX "Article_nextCheckAt_idx" ON "Article"("nextCheckAt");

-- AddForeignKey
ALTER TABLE "PageCheck" ADD CONSTRAINT "PageCheck_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PageCheck" ADD CONSTRAINT "PageCheck_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ArticleVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PageCheck" ADD CONSTRAINT "PageCheck_snapshotSha256_fkey" FOREIGN KEY ("snapshotSha256") REFERENCES "Snapshot"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PageCheck" ADD CONSTRAINT "PageCheck_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
