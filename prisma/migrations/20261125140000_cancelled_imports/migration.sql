-- CreateEnum
CREATE TYPE "ImportFault" AS ENUM ('SITE', 'OURS');

-- AlterEnum
ALTER TYPE "ImportState" ADD VALUE 'CANCELLED';

-- AlterTable
ALTER TABLE "Import" ADD COLUMN     "fault" "ImportFault";
