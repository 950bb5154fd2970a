-- CreateIndex
CREATE INDEX "StandingStatement_publishedAt_publicationId_number_idx" ON "StandingStatement"("publishedAt", "publicationId", "number");

-- CreateIndex
CREATE INDEX "StandingStatement_label_publishedAt_publicationId_number_idx" ON "StandingStatement"("label", "publishedAt", "publicationId", "number");
