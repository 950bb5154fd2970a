-- AlterTable
ALTER TABLE "Suggestion" ADD COLUMN     "content" INTEGER[] DEFAULT ARRAY[]::INTEGER[];
