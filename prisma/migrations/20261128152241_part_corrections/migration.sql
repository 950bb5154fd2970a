-- CreateEnum
CREATE TYPE "PartAct" AS ENUM ('TYPE', 'MERGE', 'SPLIT', 'BEGIN', 'JOIN', 'DATE', 'TAKE_BACK');

-- CreateTable
CREATE TABLE "PartCorrection" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "act" "PartAct" NOT NULL,
    "start" INTEGER,
    "type" "SegmentType",
    "place" INTEGER,
    "date" DATE,
    "reason" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "PartCorrection_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PartCorrection_versionId_number_key" ON "PartCorrection"("versionId", "number");

-- AddForeignKey
ALTER TABLE "PartCorrection" ADD CONSTRAINT "PartCorrection_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ArticleVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartCorrection" ADD CONSTRAINT "PartCorrection_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
