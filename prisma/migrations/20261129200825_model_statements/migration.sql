-- AlterEnum
ALTER TYPE "MarkTool" ADD VALUE 'LANGUAGE_MODEL';

-- AlterEnum
ALTER TYPE "ProposalUse" ADD VALUE 'STATEMENTS';

-- AlterTable
ALTER TABLE "MarkFile" ADD COLUMN     "requestId" UUID;

-- AlterTable
ALTER TABLE "ModelRequest" ADD COLUMN     "versionId" UUID,
ALTER COLUMN "claimId" DROP NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "MarkFile_requestId_key" ON "MarkFile"("requestId");

-- CreateIndex
CREATE INDEX "ModelRequest_versionId_idx" ON "ModelRequest"("versionId");

-- AddForeignKey
ALTER TABLE "MarkFile" ADD CONSTRAINT "MarkFile_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "ModelRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModelRequest" ADD CONSTRAINT "ModelRequest_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ArticleVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
