-- CreateEnum
CREATE TYPE "MarkTool" AS ENUM ('HYPOTHESIS', 'WEB_ANNOTATION', 'LABEL_STUDIO', 'WEBANNO');

-- AlterTable
ALTER TABLE "Suggestion" ADD COLUMN     "markFileId" UUID;

-- CreateTable
CREATE TABLE "MarkFile" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "tool" "MarkTool" NOT NULL,
    "name" TEXT,
    "sha256" TEXT NOT NULL,
    "marks" JSONB NOT NULL,
    "givenById" UUID NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "choices" JSONB,
    "importedById" UUID,
    "importedAt" TIMESTAMPTZ(3),
    "suggested" INTEGER NOT NULL DEFAULT 0,
    "endedById" UUID,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MarkFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "MarkFile_versionId_givenAt_idx" ON "MarkFile"("versionId", "givenAt");

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_markFileId_fkey" FOREIGN KEY ("markFileId") REFERENCES "MarkFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MarkFile" ADD CONSTRAINT "MarkFile_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ArticleVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MarkFile" ADD CONSTRAINT "MarkFile_givenById_fkey" FOREIGN KEY ("givenById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MarkFile" ADD CONSTRAINT "MarkFile_importedById_fkey" FOREIGN KEY ("importedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MarkFile" ADD CONSTRAINT "MarkFile_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
