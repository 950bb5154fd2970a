-- AlterTable
ALTER TABLE "SuggestionDecision" ADD COLUMN     "isTogether" BOOLEAN NOT NULL DEFAULT false;
