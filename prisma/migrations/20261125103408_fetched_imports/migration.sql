-- CreateEnum
CREATE TYPE "ImportWay" AS ENUM ('GIVEN', 'ADDRESS');

-- CreateEnum
CREATE TYPE "RobotsAccess" AS ENUM ('RULES', 'ALL', 'NONE');

-- AlterTable
ALTER TABLE "Import" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "etag" TEXT,
ADD COLUMN     "fetchedAt" TIMESTAMPTZ,
ADD COLUMN     "finalUrl" TEXT,
ADD COLUMN     "lastModified" TEXT,
ADD COLUMN     "nextTryAt" TIMESTAMPTZ,
ADD COLUMN     "way" "ImportWay" NOT NULL DEFAULT 'GIVEN',
ALTER COLUMN "snapshotSha256" DROP NOT NULL;

-- CreateTable
CREATE TABLE "FetchHost" (
    "name" TEXT NOT NULL,
    "freeAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "FetchHost_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "RobotsFile" (
    "origin" TEXT NOT NULL,
    "access" "RobotsAccess" NOT NULL,
    "rules" TEXT NOT NULL,
    "freshUntil" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "RobotsFile_pkey" PRIMARY KEY ("origin")
);

-- CreateIndex
CREATE INDEX "Import_finalUrl_fetchedAt_idx" ON "Import"("finalUrl", "fetchedAt");
