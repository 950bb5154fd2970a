-- DropIndex
DROP INDEX "PageCheck_importId_at_key";

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "heading" TEXT;

-- CreateIndex
CREATE INDEX "Article_url_idx" ON "Article" USING HASH ("url");

-- CreateIndex
CREATE INDEX "PageCheck_snapshotSha256_idx" ON "PageCheck"("snapshotSha256");

-- CreateIndex
CREATE UNIQUE INDEX "PageCheck_importId_at_articleId_key" ON "PageCheck"("importId", "at", "articleId");
