-- What Prisma's schema can't say about pages that are given in bulk, and about the tokens of programs.

-- Whoever gives the bytes of a page may say when they were fetched, without an address too.
ALTER TABLE "Import"
  DROP CONSTRAINT "Import_fetched_whole",
  ADD CONSTRAINT "Import_fetched_whole" CHECK (
    "fetchedAt" IS NULL OR ("snapshotSha256" IS NOT NULL AND ("way" = 'GIVEN' OR "finalUrl" IS NOT NULL))),
  ADD CONSTRAINT "Import_key_of_token" CHECK ("idempotencyKey" IS NULL OR "apiTokenId" IS NOT NULL);

ALTER TABLE "ApiToken"
  ADD CONSTRAINT "ApiToken_hash_hex" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "ApiToken_ends_later" CHECK ("expiresAt" > "createdAt");

-- A token is used, and revoked once; nothing else of it ever changes, and its row stays.
CREATE FUNCTION guard_api_token() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'lastUsedAt' - 'revokedAt' IS DISTINCT FROM to_jsonb(OLD) - 'lastUsedAt' - 'revokedAt'
     OR (OLD."revokedAt" IS NOT NULL AND NEW."revokedAt" IS DISTINCT FROM OLD."revokedAt") THEN
    RAISE EXCEPTION 'a token is revoked once, and never changed otherwise' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "ApiToken_guard" BEFORE UPDATE ON "ApiToken" FOR EACH ROW EXECUTE FUNCTION guard_api_token();
CREATE TRIGGER "ApiToken_kept" BEFORE DELETE ON "ApiToken" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ApiToken_no_truncate" BEFORE TRUNCATE ON "ApiToken" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The same guards of spans as before, without what they spent on each of thousands. Where a text has as many characters as
-- units, none of them takes two, and none can be cut. What is asked of other tables is asked by its key: as a join it would read them from
-- end to end, and each page cost more than the one before.
CREATE OR REPLACE FUNCTION guard_segments() RETURNS trigger LANGUAGE plpgsql SET enable_nestloop = off SET jit = off AS $$
DECLARE
  wrong record;
  versions uuid[] := ARRAY(SELECT DISTINCT "versionId" FROM fresh);
  posts uuid[] := ARRAY(SELECT DISTINCT "postId" FROM fresh);
BEGIN
  -- Two writers of one version's segments take turns, so that neither misses the other's rows.
  PERFORM 1 FROM "ArticleVersion" WHERE "id" = ANY(versions) ORDER BY "id" FOR NO KEY UPDATE;
  SELECT f."start", f."end" INTO wrong FROM fresh f JOIN "ArticleVersion" v ON v."id" = f."versionId" AND v."id" = ANY(versions)
  WHERE f."start" < 0 OR f."end" <= f."start" OR f."end" > v."textLength" LIMIT 1;
  IF NOT FOUND THEN
    WITH pieces AS MATERIALIZED (
      SELECT v."id", p.place, p.piece FROM "ArticleVersion" v CROSS JOIN LATERAL utf16_pieces(v."text") p
      WHERE v."id" = ANY(versions)
        AND v."textLength" <> char_length(v."text")
    ), bounds AS (
      SELECT f."versionId", f."start", f."end", f."start" AS unit FROM fresh f WHERE f."start" > 0
      UNION ALL SELECT f."versionId", f."start", f."end", f."end" FROM fresh f
    )
    SELECT b."start", b."end" INTO wrong
    FROM bounds b JOIN pieces p ON p."id" = b."versionId" AND p.place = (b.unit - 1) / 255
    WHERE cuts_character(p.piece, (b.unit - 1) % 255 + 1) LIMIT 1;
  END IF;
  IF FOUND THEN
    RAISE EXCEPTION 'the segment [%, %) is not inside its version''s text', wrong."start", wrong."end" USING ERRCODE = 'check_violation';
  END IF;
  SELECT s."start", s."end" INTO wrong FROM (
    SELECT "start", "end", lag("end") OVER (PARTITION BY "versionId" ORDER BY "start", "end") AS before
    FROM "Segment" WHERE "versionId" = ANY(versions)
  ) s WHERE s.before > s."start" LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the segment [%, %) overlaps another', wrong."start", wrong."end" USING ERRCODE = 'check_violation';
  END IF;
  PERFORM 1 FROM fresh f JOIN "Post" p ON p."id" = f."postId" AND p."id" = ANY(posts) WHERE p."versionId" <> f."versionId";
  IF FOUND THEN
    RAISE EXCEPTION 'a segment''s post belongs to another version' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION guard_attribution_spans() RETURNS trigger LANGUAGE plpgsql SET enable_nestloop = off SET jit = off AS $$
DECLARE
  wrong record;
  parents uuid[] := ARRAY(SELECT DISTINCT "attributionId" FROM fresh);
  versions uuid[] := ARRAY(SELECT DISTINCT "versionId" FROM "Attribution" WHERE "id" = ANY(parents));
BEGIN
  SELECT f."start", f."end" INTO wrong
  FROM fresh f JOIN "Attribution" a ON a."id" = f."attributionId" AND a."id" = ANY(parents)
  JOIN "ArticleVersion" v ON v."id" = a."versionId" AND v."id" = ANY(versions)
  WHERE f."start" < 0 OR f."end" <= f."start" OR f."end" > v."textLength" LIMIT 1;
  IF NOT FOUND THEN
    WITH pieces AS MATERIALIZED (
      SELECT v."id", p.place, p.piece FROM "ArticleVersion" v CROSS JOIN LATERAL utf16_pieces(v."text") p
      WHERE v."id" = ANY(versions)
        AND v."textLength" <> char_length(v."text")
    ), spans AS MATERIALIZED (
      SELECT a."versionId", f."start", f."end" FROM fresh f
      JOIN "Attribution" a ON a."id" = f."attributionId" AND a."id" = ANY(parents)
    ), bounds AS (
      SELECT s."versionId", s."start", s."end", s."start" AS unit FROM spans s WHERE s."start" > 0
      UNION ALL SELECT s."versionId", s."start", s."end", s."end" FROM spans s
    )
    SELECT b."start", b."end" INTO wrong
    FROM bounds b JOIN pieces p ON p."id" = b."versionId" AND p.place = (b.unit - 1) / 255
    WHERE cuts_character(p.piece, (b.unit - 1) % 255 + 1) LIMIT 1;
  END IF;
  IF FOUND THEN
    RAISE EXCEPTION 'the attribution span [%, %) is not inside its version''s text', wrong."start", wrong."end"
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION guard_quotes() RETURNS trigger LANGUAGE plpgsql SET enable_nestloop = off SET jit = off AS $$
DECLARE
  wrong record;
  versions uuid[] := ARRAY(SELECT DISTINCT "versionId" FROM fresh);
  parts uuid[] := ARRAY(SELECT DISTINCT "segmentId" FROM fresh);
BEGIN
  SELECT f."start", f."end" INTO wrong FROM fresh f JOIN "ArticleVersion" v ON v."id" = f."versionId" AND v."id" = ANY(versions)
  WHERE f."start" < 0 OR f."end" <= f."start" OR f."end" > v."textLength" LIMIT 1;
  IF NOT FOUND THEN
    WITH pieces AS MATERIALIZED (
      SELECT v."id", p.place, p.piece FROM "ArticleVersion" v CROSS JOIN LATERAL utf16_pieces(v."text") p
      WHERE v."id" = ANY(versions)
    ), around AS (
      -- With the unit before the span, to see whether it begins inside a pair.
      SELECT f."id", f."start", f."end", f."exact", min(p.place) * 255 AS skipped, string_agg(p.piece, '' ORDER BY p.place) AS words
      FROM fresh f
      CROSS JOIN LATERAL generate_series(greatest(f."start" - 1, 0) / 255, (f."end" - 1) / 255) AS needed(place)
      JOIN pieces p ON p."id" = f."versionId" AND p.place = needed.place
      GROUP BY f."id", f."start", f."end", f."exact"
    )
    -- A quote without a long character, and without the filler that follows one, can't begin or end inside of one where it
    -- equals the words under its span: the two are compared as they are, which costs a tenth.
    SELECT a."start", a."end" INTO wrong FROM around a
    WHERE CASE
      WHEN a."exact" ~ '[\uFFFF\U00010000-\U0010FFFF]' THEN padded_slice(a.words, a."start" - a.skipped, a."end" - a.skipped)
      ELSE substr(a.words, a."start" - a.skipped + 1, a."end" - a."start")
    END IS DISTINCT FROM a."exact" LIMIT 1;
  END IF;
  IF FOUND THEN
    RAISE EXCEPTION 'the quote of [%, %) is not the text of its version', wrong."start", wrong."end" USING ERRCODE = 'check_violation';
  END IF;
  SELECT f."start", f."end" INTO wrong FROM fresh f JOIN "Segment" s ON s."id" = f."segmentId" AND s."id" = ANY(parts)
  WHERE s."versionId" <> f."versionId" OR s."postId" <> f."postId"
     OR f."start" < s."start" OR f."end" > s."end" OR s."type" NOT IN ('BODY', 'TEASER') LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION '[%, %) does not lie inside its segment, or the segment is neither body nor teaser', wrong."start", wrong."end"
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
