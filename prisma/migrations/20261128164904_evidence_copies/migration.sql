-- CreateEnum
CREATE TYPE "QuoteLook" AS ENUM ('FOUND', 'MISSING', 'NOT_LOOKED_FOR');

-- CreateTable
CREATE TABLE "EvidenceCopy" (
    "id" UUID NOT NULL,
    "evidenceId" UUID NOT NULL,
    "requestedById" UUID NOT NULL,
    "requestedAt" TIMESTAMPTZ NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "message" TEXT,
    "endedAt" TIMESTAMPTZ,
    "snapshotSha256" TEXT,
    "finalUrl" TEXT,
    "status" INTEGER,
    "mediaType" TEXT,
    "quote" "QuoteLook",

    CONSTRAINT "EvidenceCopy_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "EvidenceCopy_evidenceId_idx" ON "EvidenceCopy"("evidenceId");

-- CreateIndex
CREATE INDEX "EvidenceCopy_snapshotSha256_idx" ON "EvidenceCopy"("snapshotSha256");

-- AddForeignKey
ALTER TABLE "EvidenceCopy" ADD CONSTRAINT "EvidenceCopy_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceCopy" ADD CONSTRAINT "EvidenceCopy_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceCopy" ADD CONSTRAINT "EvidenceCopy_snapshotSha256_fkey" FOREIGN KEY ("snapshotSha256") REFERENCES "Snapshot"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;
