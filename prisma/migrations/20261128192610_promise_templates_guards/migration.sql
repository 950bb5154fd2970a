-- The ledger says under which template a promise stands, and on which day it was said: a template's page is one look into an index.

CREATE OR REPLACE VIEW published_promise_rows AS
SELECT p."id" AS "publicationId", (s ->> 'number')::int AS "number", p."publishedAt",
  CASE WHEN days."isDated" THEN (s #>> '{prediction,dueFrom}')::date END AS "dueFrom",
  CASE WHEN days."isDated" THEN (s #>> '{prediction,dueTo}')::date ELSE '0001-01-01'::date END AS "due",
  coalesce(s #>> '{prediction,outcome,result}', 'WAITS')::"PromiseFate" AS "fate",
  promise_name(p."content" #>> '{article,publisher}') AS "publisher", promise_name(s #>> '{speaker,name}') AS "speaker",
  search_vector(left(concat_ws(E'\n', s ->> 'exact', s #>> '{speaker,name}', p."content" #>> '{article,publisher}'), 20000)) AS "words",
  coalesce(p."content" #>> ARRAY['posts', s ->> 'post', 'date'], '9999-12-31')::date AS "day",
  s #>> '{template,key}' AS "template"
FROM "Publication" p
CROSS JOIN LATERAL jsonb_path_query(p."content", '$.statements[*]') AS s
CROSS JOIN LATERAL (
  SELECT s #>> '{prediction,dueFrom}' IS NOT NULL AND s #>> '{prediction,dueTo}' IS NOT NULL AS "isDated"
) days
WHERE jsonb_typeof(s -> 'prediction') = 'object';

CREATE OR REPLACE FUNCTION keep_promises() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM "StandingPromise" WHERE "publicationId" IN (SELECT "id" FROM "Publication" WHERE "articleId" = NEW."articleId");
  INSERT INTO "StandingPromise"
      ("publicationId", "number", "publishedAt", "dueFrom", "due", "fate", "publisher", "speaker", "words", "day", "template")
    SELECT "publicationId", "number", "publishedAt", "dueFrom", "due", "fate", "publisher", "speaker", "words", "day", "template"
    FROM published_promise_rows
    WHERE "publicationId" = (SELECT "publicationId" FROM "Standing" WHERE "subjectId" = NEW."articleId" AND "kind" = 'ARTICLE');
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION rebuild_promises() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM lock_standing();
  DELETE FROM "StandingPromise";
  INSERT INTO "StandingPromise"
      ("publicationId", "number", "publishedAt", "dueFrom", "due", "fate", "publisher", "speaker", "words", "day", "template")
    SELECT "publicationId", "number", p."publishedAt", "dueFrom", "due", "fate", p."publisher", "speaker", "words", "day", "template"
    FROM "Standing" r JOIN published_promise_rows p USING ("publicationId") WHERE r."kind" = 'ARTICLE';
END $$;

-- What was published before says on which day it was said.
SELECT rebuild_promises();
