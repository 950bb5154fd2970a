-- CreateEnum
CREATE TYPE "ReportKind" AS ENUM ('ERROR', 'CLAIM');

-- DropIndex
DROP INDEX "ErrorReport_sentAt_id_idx";

-- AlterTable
ALTER TABLE "ErrorReport" ADD COLUMN     "answerPath" TEXT,
ADD COLUMN     "kind" "ReportKind" NOT NULL DEFAULT 'ERROR',
ADD COLUMN     "source" TEXT;
