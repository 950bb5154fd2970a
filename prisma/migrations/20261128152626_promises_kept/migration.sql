-- Promises of which somebody recorded what became of them, by the day on which they fell due.
CREATE INDEX "StandingStatement_resolved" ON "StandingStatement" ("dueTo", "publicationId", "number")
  WHERE "outcome" IS NOT NULL AND "dueTo" IS NOT NULL;
