-- Which pages have their text from which, worked out of what stands. The program has no right to write it. The trigger keeps it in the transaction
-- that publishes or withdraws, after the one of `Publication_standing`; `rebuild_upstream` writes all of it anew.

-- Of any publication, whether it stands or not. What is named twice is one row.
CREATE VIEW published_upstream_rows AS
SELECT DISTINCT p."id" AS "publicationId", (one #>> '{page,id}')::uuid AS "upstreamId", p."publishedAt"
FROM "Publication" p CROSS JOIN LATERAL jsonb_path_query(p."content", '$.provenance[*]') AS one;

CREATE FUNCTION keep_upstream() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM "StandingUpstream" WHERE "publicationId" IN (SELECT "id" FROM "Publication" WHERE "articleId" = NEW."articleId");
  INSERT INTO "StandingUpstream" ("publicationId", "upstreamId", "publishedAt")
    SELECT "publicationId", "upstreamId", "publishedAt" FROM published_upstream_rows
    WHERE "publicationId" = (SELECT "publicationId" FROM "Standing" WHERE "subjectId" = NEW."articleId" AND "kind" = 'ARTICLE');
  RETURN NULL;
END $$;

-- Triggers of one table run in the order of their names: this one finds what stands worked out.
CREATE TRIGGER "Publication_standing_upstream" AFTER INSERT OR UPDATE ON "Publication" FOR EACH ROW
  WHEN (NEW."articleId" IS NOT NULL) EXECUTE FUNCTION keep_upstream();

-- For the owner: all rows anew, after `rebuild_standing`.
CREATE FUNCTION rebuild_upstream() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM lock_standing();
  DELETE FROM "StandingUpstream";
  INSERT INTO "StandingUpstream" ("publicationId", "upstreamId", "publishedAt")
    SELECT "publicationId", "upstreamId", p."publishedAt"
    FROM "Standing" r JOIN published_upstream_rows p USING ("publicationId") WHERE r."kind" = 'ARTICLE';
END $$;

REVOKE ALL ON FUNCTION rebuild_upstream() FROM PUBLIC;
REVOKE ALL ON FUNCTION keep_upstream() FROM PUBLIC;

-- What was published before.
SELECT rebuild_upstream();
