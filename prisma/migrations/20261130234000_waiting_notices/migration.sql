-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "NoticeKind" ADD VALUE 'DISAGREEMENT';
ALTER TYPE "NoticeKind" ADD VALUE 'FELL_DUE';

-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "readingId" UUID,
ADD COLUMN     "statementId" UUID;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "BlindReading"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
