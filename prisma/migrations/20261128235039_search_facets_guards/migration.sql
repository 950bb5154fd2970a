-- What a search is narrowed by, worked out of what stands beside its words: of each page, each claim and each statement a list of names and
-- values, "label:REPORTED", "publisher:" and a folded name, "due:2026" and "due:2026-12". The program has no right to write these tables.

-- A page is published seldom and read often.
ALTER INDEX "StandingText_facets_idx" SET (fastupdate = off);
ALTER INDEX "StandingSaid_words_idx" SET (fastupdate = off);
ALTER INDEX "StandingSaid_facets_idx" SET (fastupdate = off);

-- Each once, in the order of their characters.
CREATE FUNCTION facet_set(given text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(one ORDER BY one COLLATE "C"), '{}') FROM (SELECT DISTINCT one FROM unnest(given) one WHERE one IS NOT NULL) each
$$;

-- The same of names that aren't folded yet, for `npm run verify`.
CREATE FUNCTION facets_told(plain text[], publishers text[], speakers text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT facet_set(plain
    || (SELECT array_agg('publisher:' || promise_name(name)) FROM unnest(publishers) name)
    || (SELECT array_agg('speaker:' || promise_name(name)) FROM unnest(speakers) name))
$$;

-- What a statement alone says: its label, its sourcing, who said it, and by its year and its month the last day of what it promises.
CREATE FUNCTION said_facets(s jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY['label:' || (s ->> 'label'), 'sourcing:' || (s ->> 'sourcing'), 'speaker:' || promise_name(s #>> '{speaker,name}')]
    || CASE
      WHEN s #>> '{prediction,dueFrom}' IS NULL OR s #>> '{prediction,dueTo}' IS NULL THEN
        CASE WHEN jsonb_typeof(s -> 'prediction') = 'object' THEN ARRAY['due:none'] ELSE '{}' END
      ELSE ARRAY['due:' || left(s #>> '{prediction,dueTo}', 4), 'due:' || left(s #>> '{prediction,dueTo}', 7)]
    END
$$;

-- What a page says of all its statements. `day` is the post's where a statement is meant, the page's own where the page is.
CREATE FUNCTION page_facets(content jsonb, day text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY['publisher:' || promise_name(content #>> '{article,publisher}'), 'language:' || lower(left(content #>> '{article,language}', 35)),
    'date:' || left(day, 4), 'date:' || left(day, 7)]
$$;

-- The facets of a page or a claim, beside `search_text`. A claim has its verdict’s, and NO_VERDICT where no verdict of its own stands.
CREATE FUNCTION search_facets(publication uuid, subject uuid) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT facet_set(CASE
    WHEN p."articleId" = subject THEN page_facets(p."content", p."content" #>> '{article,postedAt}')
      || (SELECT array_agg(f) FROM jsonb_path_query(p."content", '$.statements[*]') AS s CROSS JOIN LATERAL unnest(said_facets(s)) f)
    WHEN p."claimId" = subject THEN ARRAY['verdict:' || (p."content" #>> '{verdict,code}')]
    ELSE ARRAY['verdict:NO_VERDICT']
  END)
  FROM "Publication" p WHERE p."id" = publication
$$;

-- The statements of any publication, whether it stands or not.
CREATE VIEW published_said_rows AS
SELECT p."id" AS "publicationId", (s ->> 'number')::int AS "number", p."publishedAt",
  search_vector(left(concat_ws(E'\n', s ->> 'exact', s #>> '{speaker,name}'), 20000)) AS "words",
  facet_set(page_facets(p."content", p."content" #>> ARRAY['posts', s ->> 'post', 'date']) || said_facets(s)) AS "facets"
FROM "Publication" p CROSS JOIN LATERAL jsonb_path_query(p."content", '$.statements[*]') AS s;

-- As it was, with the facets.
CREATE OR REPLACE FUNCTION keep_search() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  subject uuid := coalesce(NEW."articleId", NEW."claimId");
  subjects uuid[];
  gone text[];
  pages int;
BEGIN
  -- Itself, and every claim that it makes or made.
  SELECT array_agg(DISTINCT one) INTO subjects FROM (
    SELECT subject AS one
    UNION SELECT s."claimId" FROM "Publication" p JOIN published_statement_rows s ON s."publicationId" = p."id"
          WHERE coalesce(p."articleId", p."claimId") = subject AND s."claimId" IS NOT NULL
  ) touched;

  WITH lost AS (
    UPDATE "StandingWord" w SET "texts" = w."texts" - c."texts" FROM search_counts(subjects) c WHERE c."word" = w."word"
    RETURNING w."word", w."texts"
  ) SELECT array_agg("word") INTO gone FROM lost WHERE "texts" = 0;
  SELECT -count(*) INTO pages FROM "StandingText" WHERE "subjectId" = ANY (subjects) AND "kind" = 'ARTICLE';
  DELETE FROM "StandingText" WHERE "subjectId" = ANY (subjects);
  INSERT INTO "StandingText" ("subjectId", "kind", "publicationId", "publishedAt", "words", "facets")
    SELECT "subjectId", "kind", "publicationId", "publishedAt", search_vector(search_text("publicationId", "subjectId")),
      search_facets("publicationId", "subjectId")
    FROM standing_text_rows WHERE "subjectId" = ANY (subjects);
  SELECT pages + count(*) INTO pages FROM "StandingText" WHERE "subjectId" = ANY (subjects) AND "kind" = 'ARTICLE';
  INSERT INTO "StandingWord" ("word", "stem", "texts", "near")
    SELECT "word", search_stem("word"), "texts", search_near("word") FROM search_counts(subjects)
    ON CONFLICT ("word") DO UPDATE SET "texts" = "StandingWord"."texts" + EXCLUDED."texts";
  DELETE FROM "StandingWord" WHERE "word" = ANY (gone) AND "texts" = 0;
  UPDATE "StandingTotal" SET "count" = "count" + pages WHERE "name" = 'StandingPage' AND pages <> 0;

  IF NEW."articleId" IS NOT NULL THEN
    DELETE FROM "StandingSaid" WHERE "publicationId" IN (SELECT "id" FROM "Publication" WHERE "articleId" = NEW."articleId");
    INSERT INTO "StandingSaid" ("publicationId", "number", "publishedAt", "words", "facets")
      SELECT "publicationId", "number", "publishedAt", "words", "facets" FROM published_said_rows
      WHERE "publicationId" = (SELECT "publicationId" FROM "Standing" WHERE "subjectId" = NEW."articleId" AND "kind" = 'ARTICLE');
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION rebuild_search() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM lock_standing();
  DELETE FROM "StandingText";
  DELETE FROM "StandingWord";
  DELETE FROM "StandingSaid";
  INSERT INTO "StandingText" ("subjectId", "kind", "publicationId", "publishedAt", "words", "facets")
    SELECT "subjectId", "kind", "publicationId", "publishedAt", search_vector(search_text("publicationId", "subjectId")),
      search_facets("publicationId", "subjectId")
    FROM standing_text_rows;
  INSERT INTO "StandingWord" ("word", "stem", "texts", "near")
    SELECT "word", search_stem("word"), "texts", search_near("word")
    FROM search_counts((SELECT array_agg("subjectId") FROM "StandingText"));
  INSERT INTO "StandingSaid" ("publicationId", "number", "publishedAt", "words", "facets")
    SELECT "publicationId", "number", s."publishedAt", s."words", s."facets"
    FROM "Standing" r JOIN published_said_rows s USING ("publicationId") WHERE r."kind" = 'ARTICLE';
  DELETE FROM "StandingTotal" WHERE "name" = 'StandingPage';
  INSERT INTO "StandingTotal" ("name", "count") SELECT 'StandingPage', count(*) FROM "StandingText" WHERE "kind" = 'ARTICLE';
END $$;

-- What was published before: its words stay as they are.
UPDATE "StandingText" SET "facets" = search_facets("publicationId", "subjectId");
INSERT INTO "StandingSaid" ("publicationId", "number", "publishedAt", "words", "facets")
  SELECT "publicationId", "number", s."publishedAt", s."words", s."facets"
  FROM "Standing" r JOIN published_said_rows s USING ("publicationId") WHERE r."kind" = 'ARTICLE';
