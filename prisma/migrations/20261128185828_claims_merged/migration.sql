-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "mergedAt" TIMESTAMPTZ,
ADD COLUMN     "mergedById" UUID,
ADD COLUMN     "mergedIntoId" UUID,
ADD COLUMN     "rootId" UUID;

-- Nobody merged any yet.
UPDATE "Claim" SET "rootId" = "id";
ALTER TABLE "Claim" ALTER COLUMN "rootId" SET NOT NULL;

-- CreateIndex
CREATE INDEX "Claim_rootId_idx" ON "Claim"("rootId");

-- CreateIndex
CREATE INDEX "Claim_mergedIntoId_idx" ON "Claim"("mergedIntoId");

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_mergedById_fkey" FOREIGN KEY ("mergedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_rootId_fkey" FOREIGN KEY ("rootId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
