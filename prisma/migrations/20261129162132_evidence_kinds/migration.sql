-- CreateEnum
CREATE TYPE "SourceKind" AS ENUM ('PRIMARY', 'SECONDARY');

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "archivedUrl" TEXT,
ADD COLUMN     "sourceKind" "SourceKind";
