-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "dismissedAt" TIMESTAMPTZ,
ADD COLUMN     "dismissedReason" TEXT;

-- CreateIndex
CREATE INDEX "Article_dismissedAt_id_idx" ON "Article"("dismissedAt", "id");
