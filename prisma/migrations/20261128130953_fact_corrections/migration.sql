-- CreateEnum
CREATE TYPE "PageFact" AS ENUM ('TITLE', 'PUBLISHER', 'AUTHOR', 'AGENCY', 'DATE', 'LANGUAGE');

-- CreateTable
CREATE TABLE "FactCorrection" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "fact" "PageFact" NOT NULL,
    "said" TEXT,
    "reads" TEXT,
    "reason" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "FactCorrection_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FactCorrection_articleId_at_id_idx" ON "FactCorrection"("articleId", "at", "id");

-- AddForeignKey
ALTER TABLE "FactCorrection" ADD CONSTRAINT "FactCorrection_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactCorrection" ADD CONSTRAINT "FactCorrection_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
