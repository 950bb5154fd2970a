-- AlterTable
ALTER TABLE "Review" ADD COLUMN     "submittedHash" TEXT;
