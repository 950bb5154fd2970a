-- AlterTable
ALTER TABLE "StandingText" ADD COLUMN     "facets" TEXT[];

-- CreateTable
CREATE TABLE "StandingSaid" (
    "publicationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ NOT NULL,
    "words" tsvector NOT NULL,
    "facets" TEXT[],

    CONSTRAINT "StandingSaid_pkey" PRIMARY KEY ("publicationId","number")
);

-- CreateIndex
CREATE INDEX "StandingSaid_publishedAt_publicationId_number_idx" ON "StandingSaid"("publishedAt", "publicationId", "number");

-- CreateIndex
CREATE INDEX "StandingSaid_words_idx" ON "StandingSaid" USING GIN ("words");

-- CreateIndex
CREATE INDEX "StandingSaid_facets_idx" ON "StandingSaid" USING GIN ("facets");

-- CreateIndex
CREATE INDEX "StandingText_facets_idx" ON "StandingText" USING GIN ("facets");

-- AddForeignKey
ALTER TABLE "StandingSaid" ADD CONSTRAINT "StandingSaid_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
