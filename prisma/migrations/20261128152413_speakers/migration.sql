-- DropIndex
DROP INDEX "Speaker_name_kind_key";

-- AlterTable
ALTER TABLE "Speaker" ADD COLUMN     "grams" TEXT[],
ADD COLUMN     "mergedAt" TIMESTAMPTZ,
ADD COLUMN     "mergedById" UUID,
ADD COLUMN     "mergedIntoId" UUID,
ADD COLUMN     "namedAt" TIMESTAMPTZ,
ADD COLUMN     "namedById" UUID,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "role" TEXT,
ADD COLUMN     "rootId" UUID,
ADD COLUMN     "shownName" TEXT;

-- Nobody is merged yet.
UPDATE "Speaker" SET "rootId" = "id", "grams" = '{}';
ALTER TABLE "Speaker" ALTER COLUMN "rootId" SET NOT NULL;

-- CreateIndex
CREATE INDEX "Speaker_name_idx" ON "Speaker"("name");

-- CreateIndex
CREATE INDEX "Speaker_shownName_idx" ON "Speaker"("shownName");

-- CreateIndex
CREATE INDEX "Speaker_rootId_idx" ON "Speaker"("rootId");

-- CreateIndex
CREATE INDEX "Speaker_mergedIntoId_idx" ON "Speaker"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Speaker_grams_idx" ON "Speaker" USING GIN ("grams");

-- CreateIndex
CREATE INDEX "Statement_speakerId_idx" ON "Statement"("speakerId");

-- CreateIndex
CREATE INDEX "Suggestion_speakerId_idx" ON "Suggestion"("speakerId");

-- AddForeignKey
ALTER TABLE "Speaker" ADD CONSTRAINT "Speaker_namedById_fkey" FOREIGN KEY ("namedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Speaker" ADD CONSTRAINT "Speaker_mergedById_fkey" FOREIGN KEY ("mergedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Speaker" ADD CONSTRAINT "Speaker_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Speaker" ADD CONSTRAINT "Speaker_rootId_fkey" FOREIGN KEY ("rootId") REFERENCES "Speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
