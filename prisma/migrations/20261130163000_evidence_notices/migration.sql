-- AlterEnum
ALTER TYPE "NoticeKind" ADD VALUE 'EVIDENCE_LOST';

-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "evidenceId" UUID;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
