-- DropIndex
DROP INDEX "StandingSaid_facets_idx";

-- DropIndex
DROP INDEX "StandingSaid_words_idx";

-- DropIndex
DROP INDEX "StandingText_facets_idx";

-- DropIndex
DROP INDEX "StandingText_words_idx";

-- CreateIndex
CREATE INDEX "StandingSaid_words_facets_idx" ON "StandingSaid" USING GIN ("words", "facets");

-- CreateIndex
CREATE INDEX "StandingText_publicationId_idx" ON "StandingText"("publicationId");
