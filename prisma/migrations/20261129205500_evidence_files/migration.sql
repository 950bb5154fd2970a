-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "cameFrom" TEXT,
ADD COLUMN     "fileName" TEXT,
ADD COLUMN     "fileSha256" TEXT,
ADD COLUMN     "fileType" TEXT;

-- CreateIndex
CREATE INDEX "Evidence_fileSha256_idx" ON "Evidence"("fileSha256");

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_fileSha256_fkey" FOREIGN KEY ("fileSha256") REFERENCES "Snapshot"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;
