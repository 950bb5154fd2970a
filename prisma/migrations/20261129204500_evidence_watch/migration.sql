-- CreateEnum
CREATE TYPE "EvidenceTrouble" AS ENUM ('GONE', 'CHANGED', 'SILENT', 'REFUSED');

-- DropForeignKey
ALTER TABLE "EvidenceCopy" DROP CONSTRAINT "EvidenceCopy_requestedById_fkey";

-- AlterTable
ALTER TABLE "EvidenceCopy" ALTER COLUMN "requestedById" DROP NOT NULL;

-- CreateTable
CREATE TABLE "EvidenceWatch" (
    "evidenceId" UUID NOT NULL,
    "nextLookAt" TIMESTAMPTZ(3),
    "days" INTEGER NOT NULL,
    "lookedAt" TIMESTAMPTZ(3),
    "wellAt" TIMESTAMPTZ(3),
    "trouble" "EvidenceTrouble",
    "looks" INTEGER NOT NULL DEFAULT 0,
    "since" TIMESTAMPTZ(3),
    "message" TEXT,
    "saidAt" TIMESTAMPTZ(3),

    CONSTRAINT "EvidenceWatch_pkey" PRIMARY KEY ("evidenceId")
);

-- CreateIndex
CREATE INDEX "EvidenceWatch_nextLookAt_idx" ON "EvidenceWatch"("nextLookAt");

-- CreateIndex
CREATE INDEX "EvidenceWatch_trouble_saidAt_evidenceId_idx" ON "EvidenceWatch"("trouble", "saidAt", "evidenceId");

-- AddForeignKey
ALTER TABLE "EvidenceWatch" ADD CONSTRAINT "EvidenceWatch_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceCopy" ADD CONSTRAINT "EvidenceCopy_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
