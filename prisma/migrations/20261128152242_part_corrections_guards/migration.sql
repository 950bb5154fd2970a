-- A correction of a version's parts says one thing, in the order in which they were given, is bounded, and is never changed.

ALTER TABLE "PartCorrection"
  ADD CONSTRAINT "PartCorrection_bounded" CHECK ("number" BETWEEN 1 AND 200 AND length("reason") BETWEEN 1 AND 500),
  ADD CONSTRAINT "PartCorrection_place" CHECK (("act" = 'TAKE_BACK') = ("start" IS NULL) AND "start" >= 0),
  ADD CONSTRAINT "PartCorrection_says" CHECK (
    ("act" = 'TYPE') = ("type" IS NOT NULL)
    AND ("act" = 'SPLIT') = ("place" IS NOT NULL)
    AND ("act" = 'DATE' OR "date" IS NULL)
    AND ("place" IS NULL OR "place" > "start")
  );

CREATE TRIGGER "PartCorrection_immutable" BEFORE UPDATE OR DELETE ON "PartCorrection" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "PartCorrection_no_truncate" BEFORE TRUNCATE ON "PartCorrection" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- As before, but for versions whose parts were put right: there a statement may lie where the machine saw a menu or a comment, or across
-- two of its parts. That it lies in a part that can hold one is asked of the parts as they stand, by the program.
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
     OR ((f."start" < s."start" OR f."end" > s."end" OR s."type" NOT IN ('BODY', 'TEASER'))
       AND NOT EXISTS (SELECT 1 FROM "PartCorrection" c WHERE c."versionId" = f."versionId")) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION '[%, %) does not lie inside its segment, or the segment is neither body nor teaser', wrong."start", wrong."end"
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
