-- AlterTable
ALTER TABLE "User" ADD COLUMN     "organisationId" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "User_organisationId_key" ON "User"("organisationId");
