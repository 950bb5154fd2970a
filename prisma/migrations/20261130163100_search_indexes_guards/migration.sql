-- Words and facets in one index, so that what has both is found without a look at all that has one of them. Pages and claims have one each: a
-- word that every page says costs nothing where claims are looked for. Nothing waits in a list that each search would have to read through:
-- what is published is sorted in at once.
CREATE INDEX "StandingText_pages" ON "StandingText" USING gin ("words", "facets") WITH (fastupdate = off) WHERE "kind" = 'ARTICLE';
CREATE INDEX "StandingText_claims" ON "StandingText" USING gin ("words", "facets") WITH (fastupdate = off) WHERE "kind" = 'CLAIM';
ALTER INDEX "StandingSaid_words_facets_idx" SET (fastupdate = off);
