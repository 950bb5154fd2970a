-- CreateEnum
CREATE TYPE "PublisherKind" AS ENUM ('AGENCY', 'NEWSROOM', 'OFFICIAL', 'BLOG', 'FORUM');

-- AlterTable
ALTER TABLE "Publisher" ADD COLUMN     "kind" "PublisherKind",
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- CreateIndex
CREATE INDEX "Article_publisherId_id_idx" ON "Article"("publisherId", "id");
