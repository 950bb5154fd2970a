-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN     "confirmedAt" TIMESTAMPTZ;
