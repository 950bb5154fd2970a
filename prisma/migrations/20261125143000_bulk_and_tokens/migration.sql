-- CreateEnum
CREATE TYPE "ApiScope" AS ENUM ('IMPORT');

-- AlterTable
ALTER TABLE "Import" ADD COLUMN     "apiTokenId" UUID,
ADD COLUMN     "idempotencyKey" TEXT;

-- AlterTable
ALTER TABLE "Snapshot" ALTER COLUMN "bytes" DROP NOT NULL;

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scope" "ApiScope" NOT NULL,
    "prefix" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ,
    "lastUsedAt" TIMESTAMPTZ,
    "revokedAt" TIMESTAMPTZ,

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_tokenHash_key" ON "ApiToken"("tokenHash");

-- CreateIndex
CREATE INDEX "Import_snapshotSha256_idx" ON "Import"("snapshotSha256");

-- CreateIndex
CREATE INDEX "Import_versionId_idx" ON "Import"("versionId");

-- CreateIndex
CREATE UNIQUE INDEX "Import_apiTokenId_idempotencyKey_key" ON "Import"("apiTokenId", "idempotencyKey");

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_apiTokenId_fkey" FOREIGN KEY ("apiTokenId") REFERENCES "ApiToken"("id") ON DELETE SET NULL ON UPDATE CASCADE;
