-- AlterTable
ALTER TABLE "Statement" ADD COLUMN     "content" INTEGER[] DEFAULT ARRAY[]::INTEGER[];
