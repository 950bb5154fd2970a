-- AlterTable
ALTER TABLE "Review" ADD COLUMN     "guideline" INTEGER;

-- CreateTable
CREATE TABLE "GuidelineVersion" (
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "codes" TEXT[],
    "note" TEXT NOT NULL,
    "broughtBack" INTEGER,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GuidelineVersion_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE INDEX "GuidelineVersion_byId_idx" ON "GuidelineVersion"("byId");

-- CreateIndex
CREATE INDEX "Review_guideline_idx" ON "Review"("guideline");

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_guideline_fkey" FOREIGN KEY ("guideline") REFERENCES "GuidelineVersion"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuidelineVersion" ADD CONSTRAINT "GuidelineVersion_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
