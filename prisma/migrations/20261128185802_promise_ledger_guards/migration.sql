-- The ledger of promises, worked out of what stands: each promise of a page that readers see, with what the ledger is ordered and filtered by.
-- The program has no right to write it. The trigger keeps it in the transaction that publishes or withdraws, after the one of
-- `Publication_standing`; `rebuild_promises` writes all of it anew.

-- A page is published seldom and read often: its words go into the index at once.
ALTER INDEX "StandingPromise_words_idx" SET (fastupdate = off);

-- Promises of which something is recorded, whatever it is.
CREATE INDEX "StandingPromise_recorded" ON "StandingPromise" ("due", "publicationId", "number") WHERE "fate" <> 'WAITS';

-- Which days a promise names, for those of which nothing is recorded: what is due today is one look into it, however much is to come.
CREATE FUNCTION promise_days(first date, last date) RETURNS daterange LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT daterange(least(first, last), greatest(first, last), '[]')
$$;
CREATE INDEX "StandingPromise_days" ON "StandingPromise" USING gist (promise_days("dueFrom", "due"))
  WHERE "fate" = 'WAITS' AND "dueFrom" IS NOT NULL;

-- A name as the ledger compares it; null where nothing of it is left.
CREATE FUNCTION promise_name(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT nullif(btrim(left(search_fold(said), 200)), '')
$$;

-- The promises of any publication, whether it stands or not.
CREATE VIEW published_promise_rows AS
SELECT p."id" AS "publicationId", (s ->> 'number')::int AS "number", p."publishedAt",
  CASE WHEN days."isDated" THEN (s #>> '{prediction,dueFrom}')::date END AS "dueFrom",
  CASE WHEN days."isDated" THEN (s #>> '{prediction,dueTo}')::date ELSE '0001-01-01'::date END AS "due",
  coalesce(s #>> '{prediction,outcome,result}', 'WAITS')::"PromiseFate" AS "fate",
  promise_name(p."content" #>> '{article,publisher}') AS "publisher", promise_name(s #>> '{speaker,name}') AS "speaker",
  search_vector(left(concat_ws(E'\n', s ->> 'exact', s #>> '{speaker,name}', p."content" #>> '{article,publisher}'), 20000)) AS "words"
FROM "Publication" p
CROSS JOIN LATERAL jsonb_path_query(p."content", '$.statements[*]') AS s
CROSS JOIN LATERAL (
  SELECT s #>> '{prediction,dueFrom}' IS NOT NULL AND s #>> '{prediction,dueTo}' IS NOT NULL AS "isDated"
) days
WHERE jsonb_typeof(s -> 'prediction') = 'object';

CREATE FUNCTION keep_promises() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM "StandingPromise" WHERE "publicationId" IN (SELECT "id" FROM "Publication" WHERE "articleId" = NEW."articleId");
  INSERT INTO "StandingPromise"
      ("publicationId", "number", "publishedAt", "dueFrom", "due", "fate", "publisher", "speaker", "words")
    SELECT "publicationId", "number", "publishedAt", "dueFrom", "due", "fate", "publisher", "speaker", "words"
    FROM published_promise_rows
    WHERE "publicationId" = (SELECT "publicationId" FROM "Standing" WHERE "subjectId" = NEW."articleId" AND "kind" = 'ARTICLE');
  RETURN NULL;
END $$;

-- Triggers of one table run in the order of their names: this one finds what stands worked out.
CREATE TRIGGER "Publication_standing_promises" AFTER INSERT OR UPDATE ON "Publication" FOR EACH ROW
  WHEN (NEW."articleId" IS NOT NULL) EXECUTE FUNCTION keep_promises();

-- For the owner: all rows anew, after `rebuild_standing`.
CREATE FUNCTION rebuild_promises() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM lock_standing();
  DELETE FROM "StandingPromise";
  INSERT INTO "StandingPromise"
      ("publicationId", "number", "publishedAt", "dueFrom", "due", "fate", "publisher", "speaker", "words")
    SELECT "publicationId", "number", p."publishedAt", "dueFrom", "due", "fate", p."publisher", "speaker", "words"
    FROM "Standing" r JOIN published_promise_rows p USING ("publicationId") WHERE r."kind" = 'ARTICLE';
END $$;

REVOKE ALL ON FUNCTION rebuild_promises() FROM PUBLIC;
REVOKE ALL ON FUNCTION keep_promises() FROM PUBLIC;

-- What only the list of resolved promises asked, which asks the ledger now.
DROP INDEX "StandingStatement_resolved";

-- What was published before.
SELECT rebuild_promises();
