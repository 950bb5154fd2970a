-- CreateEnum
CREATE TYPE "UnreadReason" AS ENUM ('NO_TEXT', 'LOCKED', 'BROKEN', 'TOO_MUCH', 'TOO_LONG');

-- AlterTable
ALTER TABLE "EvidenceCopy" ADD COLUMN     "firstPage" INTEGER,
ADD COLUMN     "lastPage" INTEGER,
ADD COLUMN     "unread" "UnreadReason";
