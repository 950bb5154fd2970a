-- CreateEnum
CREATE TYPE "ReportKind" AS ENUM ('ERROR', 'CLAIM');

-- AlterTable
ALTER TABLE "ErrorReport" ADD COLUMN     "answerPath" TEXT,
ADD COLUMN     "kind" "ReportKind" NOT NULL DEFAULT 'ERROR',
ADD COLUMN     "source" TEXT;

-- CreateIndex
CREATE INDEX "ErrorReport_kind_sentAt_id_idx" ON "ErrorReport"("kind", "sentAt", "id");
