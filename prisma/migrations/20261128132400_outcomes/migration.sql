-- CreateEnum
CREATE TYPE "OutcomeResult" AS ENUM ('HAPPENED', 'DID_NOT_HAPPEN', 'PARTLY', 'UNRESOLVABLE');

-- AlterTable
ALTER TABLE "StandingStatement" ADD COLUMN     "outcome" "OutcomeResult";

-- CreateTable
CREATE TABLE "Outcome" (
    "statementId" UUID NOT NULL,
    "result" "OutcomeResult" NOT NULL,
    "knownAt" DATE NOT NULL,
    "quote" TEXT,
    "saidAt" DATE,
    "publisher" TEXT,
    "url" TEXT,
    "note" TEXT,
    "snapshotSha256" TEXT,
    "writtenById" UUID NOT NULL,
    "writtenAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Outcome_pkey" PRIMARY KEY ("statementId")
);

-- CreateIndex
CREATE INDEX "Outcome_snapshotSha256_idx" ON "Outcome"("snapshotSha256");

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_snapshotSha256_fkey" FOREIGN KEY ("snapshotSha256") REFERENCES "Snapshot"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_writtenById_fkey" FOREIGN KEY ("writtenById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
