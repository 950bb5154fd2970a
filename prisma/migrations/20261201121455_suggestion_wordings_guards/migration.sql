-- The words of suggestions are kept by the database itself, whoever stores one. Keys and relations come from the program: a row waits for them with "isKeyed"
-- false, and with the name of another judge.

-- A page that comes in waits for nobody: words that are there stay as they are. All rows of one statement go in one order, so that pages that come in at the same time
-- don't block each other.
CREATE FUNCTION keep_suggestion_wordings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  ids uuid[];
  texts text[];
  days date[];
  names text[];
BEGIN
  SELECT array_agg(one."id"), array_agg(one."text"), array_agg(one."day"), array_agg(wording_key(one."text", one."day", false))
    INTO ids, texts, days, names
    FROM (
      SELECT s."id", left(s."exact", 2000) AS "text", coalesce(p."date", v."postedAt") AS "day"
      FROM added s JOIN "Post" p ON p."id" = s."postId" JOIN "ArticleVersion" v ON v."id" = s."versionId"
    ) one WHERE btrim(search_fold(one."text")) <> '';
  IF ids IS NULL THEN RETURN NULL; END IF;
  INSERT INTO "SuggestionWording" ("text", "day", "words", "keys")
    SELECT DISTINCT ON (one."words") one."text", one."day", one."words", '{}'::int[]
    FROM unnest(texts, days, names) AS one("text", "day", "words") ORDER BY one."words"
    ON CONFLICT ("words") DO NOTHING;
  INSERT INTO "WordedSuggestion" ("suggestionId", "wordingId")
    SELECT one."id", w."id" FROM unnest(ids, names) AS one("id", "words") JOIN "SuggestionWording" w ON w."words" = one."words";
  RETURN NULL;
END $$;

CREATE TRIGGER "Suggestion_wordings_added" AFTER INSERT ON "Suggestion" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION keep_suggestion_wordings();

-- Words are never changed and never go: what a suggestion said whose marks were taken back stands in the page's own text as well.
CREATE FUNCTION guard_suggestion_wording() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."id", NEW."text", NEW."words") IS DISTINCT FROM (OLD."id", OLD."text", OLD."words") OR NEW."day" IS DISTINCT FROM OLD."day" THEN
    RAISE EXCEPTION 'the words of suggestions are never changed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "SuggestionWording_guard" BEFORE UPDATE ON "SuggestionWording" FOR EACH ROW EXECUTE FUNCTION guard_suggestion_wording();
CREATE TRIGGER "SuggestionWording_kept" BEFORE DELETE ON "SuggestionWording" FOR EACH ROW EXECUTE FUNCTION refuse_change();

ALTER TABLE "SuggestionWording"
  ADD CONSTRAINT "SuggestionWording_bounded" CHECK (length("text") BETWEEN 1 AND 2000 AND length("judge") <= 100
    AND cardinality("keys") <= 600 AND array_position("keys", NULL) IS NULL);
ALTER TABLE "WordingRelation"
  ADD CONSTRAINT "WordingRelation_in_order" CHECK ("oneId" < "otherId"),
  ADD CONSTRAINT "WordingRelation_is_one" CHECK ("relation" IN ('SAME', 'TEMPLATE', 'CONTRADICTION', 'SIMILAR')),
  ADD CONSTRAINT "WordingRelation_bounded" CHECK ("score" BETWEEN 0 AND 1 AND jsonb_typeof("reasons") = 'array' AND length("judge") <= 100);

CREATE INDEX "SuggestionWording_waits" ON "SuggestionWording" ("id") WHERE NOT "isKeyed";
-- What is asked must not wait for what was written lately.
ALTER INDEX "SuggestionWording_keys_idx" SET (fastupdate = off);

-- Those that are there already.
INSERT INTO "SuggestionWording" ("text", "day", "words", "keys")
  SELECT DISTINCT ON (one."words") one."text", one."day", one."words", '{}'::int[] FROM (
    SELECT left(s."exact", 2000) AS "text", coalesce(p."date", v."postedAt") AS "day",
      wording_key(s."exact", coalesce(p."date", v."postedAt"), false) AS "words"
    FROM "Suggestion" s JOIN "Post" p ON p."id" = s."postId" JOIN "ArticleVersion" v ON v."id" = s."versionId"
    WHERE btrim(search_fold(left(s."exact", 2000))) <> ''
  ) one;
INSERT INTO "WordedSuggestion" ("suggestionId", "wordingId")
  SELECT s."id", w."id"
  FROM "Suggestion" s JOIN "Post" p ON p."id" = s."postId" JOIN "ArticleVersion" v ON v."id" = s."versionId"
  JOIN "SuggestionWording" w ON w."words" = wording_key(s."exact", coalesce(p."date", v."postedAt"), false)
  WHERE btrim(search_fold(left(s."exact", 2000))) <> '';
