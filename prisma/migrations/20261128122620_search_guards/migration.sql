-- What the search looks in, worked out of what stands: whole words of each page and each claim that readers can open, their English stems,
-- and a list of all words by which a mistyped one is found. Nothing here asks for an extension: a server that has none can be searched too.
--
-- The program has no right to write these tables. The trigger keeps them in the transaction that publishes or withdraws, after the one
-- of `Publication_standing`; `rebuild_search` writes all of them anew.

-- A page is published seldom and read often: its words go into the index at once.
ALTER INDEX "StandingText_words_idx" SET (fastupdate = off);
ALTER INDEX "StandingWord_near_idx" SET (fastupdate = off);

-- In the order of their characters, whatever the server's language, so that the index finds the words that begin with some letters.
ALTER TABLE "StandingWord" ALTER COLUMN "word" TYPE text COLLATE "C";

-- Text as the search compares it: no capitals, no accents, no vowel signs, one letter for those of Arabic and Kurdish that are typed in
-- several ways, plain digits, and a space for all that is neither letter nor digit.
CREATE FUNCTION search_fold(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(
    translate(
      regexp_replace(
        lower(normalize(said, NFKD)),
        -- Marks that are written above and below letters, tatweel, and signs that only join, part or turn letters.
        '[\u0300-\u036F\u0483-\u0489\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+',
        '', 'g'),
      -- ى ی ې ێ → ي, ک ڪ → ك, ة ە ہ ھ ۀ ۃ → ه, ۆ ۇ ۈ ۋ → و, ڵ → ل, ڕ → ر, ٱ → ا, digits of Arabic and Persian → 0 to 9
      U&'\0649\06CC\06D0\06CE\06A9\06AA\0629\06D5\06C1\06BE\06C0\06C3\06C6\06C7\06C8\06CB\06B5\0695\0671\0660\0661\0662\0663\0664\0665\0666\0667\0668\0669\06F0\06F1\06F2\06F3\06F4\06F5\06F6\06F7\06F8\06F9\0131\00F8\0111\0142\0127',
      U&'\064A\064A\064A\064A\0643\0643\0647\0647\0647\0647\0647\0647\0648\0648\0648\0648\0644\0631\0627' || '01234567890123456789' || 'iodlh'),
    '[\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00B6\u00B8-\u00BF\u00D7\u00F7\u00B7\u02C2-\u02DF\u037E\u0387\u055A-\u055F\u0589\u05BE\u05C0\u05C3\u05F3\u05F4\u0600-\u060F\u061B-\u061F\u066A-\u066D\u06D4\u06DD\u06DE\u06E9\u0964\u0965\u2000-\u200A\u2010-\u2029\u202F-\u205F\u206A-\u206F\u20A0-\u20CF\u2100-\u214F\u2190-\u2BFF\u2E00-\u2E7F\u3000-\u3004\u3008-\u3020\u3030\uD7FC-\uD7FF\uE000-\uF8FF\uFD3E\uFD3F\uFE10-\uFE6F\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65\uFFE0-\uFFFD]+',
    ' ', 'g')
$$;

-- The folded words of a text in their order. Longer than 64 is no word that anybody types.
CREATE FUNCTION search_words(said text) RETURNS TABLE ("word" text, "place" bigint) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT "word", "place" FROM unnest(string_to_array(search_fold(said), ' ')) WITH ORDINALITY AS each("word", "place")
  WHERE "word" <> '' AND length("word") <= 64
$$;

-- A word's English stem; the word itself where it isn't in plain Latin letters, or is one that English has everywhere ("the").
CREATE FUNCTION search_stem(word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN word ~ '^[a-z]+$' THEN coalesce((ts_lexize('english_stem', word))[1], word) ELSE word END
$$;

-- Words and their stems, in their places. A word holds letters and digits alone, so that it can stand between quotes.
-- 16383 is the last place that a tsvector can tell.
CREATE FUNCTION search_vector(said text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg('''' || form || ''':' || least("place", 16383), ' ')::tsvector, ''::tsvector)
  FROM search_words(said), LATERAL (
    SELECT "word" AS form UNION SELECT search_stem("word")
  ) forms
$$;

-- What a word is found by when it is mistyped. A word of three letters is nobody's mistyped other.
CREATE FUNCTION search_near(word text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN length(word) BETWEEN 4 AND 32 THEN (
    SELECT array_agg(DISTINCT form ORDER BY form) FROM (
      SELECT word AS form
      UNION ALL SELECT left(word, n - 1) || substr(word, n + 1) FROM generate_series(1, length(word)) AS n
    ) forms
  ) ELSE ARRAY[word] END
$$;

-- What a publication says of a page or a claim, as far as it is searched: 150,000 characters, which always fit into a tsvector. A page's
-- publication says of a claim how it is worded there.
CREATE FUNCTION search_text(publication uuid, subject uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT left(CASE
    WHEN p."articleId" = subject THEN concat_ws(E'\n',
      p."content" #>> '{article,title}', p."content" #>> '{article,publisher}', p."content" #>> '{article,author}',
      p."content" #>> '{article,agency}',
      (SELECT string_agg(concat_ws(E'\n', s ->> 'exact', s #>> '{speaker,name}'), E'\n' ORDER BY (s ->> 'number')::int)
        FROM jsonb_path_query(p."content", '$.statements[*]') AS s))
    WHEN p."claimId" = subject THEN concat_ws(E'\n', p."content" #>> '{claim,wording}', p."content" #>> '{verdict,explanation}')
    ELSE (SELECT s #>> '{claim,wording}' FROM jsonb_path_query(p."content", '$.statements[*]') AS s
      WHERE s #>> '{claim,slug}' = (SELECT "slug" FROM "Claim" WHERE "id" = subject)
      ORDER BY (s ->> 'number')::int DESC LIMIT 1)
  END, 150000)
  FROM "Publication" p WHERE p."id" = publication
$$;

-- Which rows there have to be. A claim's words are its verdict's, or those of the page that makes it and was published last.
CREATE VIEW standing_text_rows AS
SELECT "subjectId", "kind", "publicationId", "publishedAt" FROM "Standing" WHERE "kind" = 'ARTICLE'
UNION ALL
SELECT c."claimId", 'CLAIM'::"ReviewKind", coalesce(own."publicationId", made."publicationId"), c."publishedAt"
FROM "StandingClaim" c
LEFT JOIN "Standing" own ON own."subjectId" = c."claimId"
LEFT JOIN LATERAL (
  SELECT s."publicationId" FROM "StandingStatement" s WHERE s."claimId" = c."claimId"
  ORDER BY s."publishedAt" DESC, s."publicationId" DESC, s."number" DESC LIMIT 1
) made ON own."publicationId" IS NULL;

-- In how many rows each word of these pages and claims stands now.
CREATE FUNCTION search_counts(subjects uuid[]) RETURNS TABLE ("word" text, "texts" int) LANGUAGE sql STABLE AS $$
  SELECT "word", count(DISTINCT t."subjectId")::int
  FROM "StandingText" t CROSS JOIN LATERAL search_words(search_text(t."publicationId", t."subjectId"))
  WHERE t."subjectId" = ANY (subjects) GROUP BY "word"
$$;

CREATE FUNCTION keep_search() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  subject uuid := coalesce(NEW."articleId", NEW."claimId");
  subjects uuid[];
  gone text[];
  pages int;
  n int;
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
  INSERT INTO "StandingText" ("subjectId", "kind", "publicationId", "publishedAt", "words")
    SELECT "subjectId", "kind", "publicationId", "publishedAt", search_vector(search_text("publicationId", "subjectId"))
    FROM standing_text_rows WHERE "subjectId" = ANY (subjects);
  SELECT pages + count(*) INTO pages FROM "StandingText" WHERE "subjectId" = ANY (subjects) AND "kind" = 'ARTICLE';
  INSERT INTO "StandingWord" ("word", "stem", "texts", "near")
    SELECT "word", search_stem("word"), "texts", search_near("word") FROM search_counts(subjects)
    ON CONFLICT ("word") DO UPDATE SET "texts" = "StandingWord"."texts" + EXCLUDED."texts";
  DELETE FROM "StandingWord" WHERE "word" = ANY (gone) AND "texts" = 0;
  UPDATE "StandingTotal" SET "count" = "count" + pages WHERE "name" = 'StandingPage' AND pages <> 0;
  RETURN NULL;
END $$;

-- Triggers of one table run in the order of their names: this one finds what stands worked out.
CREATE TRIGGER "Publication_standing_search" AFTER INSERT OR UPDATE ON "Publication" FOR EACH ROW EXECUTE FUNCTION keep_search();

-- For the owner: all rows anew, after `rebuild_standing`.
CREATE FUNCTION rebuild_search() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM lock_standing();
  DELETE FROM "StandingText";
  DELETE FROM "StandingWord";
  INSERT INTO "StandingText" ("subjectId", "kind", "publicationId", "publishedAt", "words")
    SELECT "subjectId", "kind", "publicationId", "publishedAt", search_vector(search_text("publicationId", "subjectId"))
    FROM standing_text_rows;
  INSERT INTO "StandingWord" ("word", "stem", "texts", "near")
    SELECT "word", search_stem("word"), "texts", search_near("word")
    FROM search_counts((SELECT array_agg("subjectId") FROM "StandingText"));
  DELETE FROM "StandingTotal" WHERE "name" = 'StandingPage';
  INSERT INTO "StandingTotal" ("name", "count") SELECT 'StandingPage', count(*) FROM "StandingText" WHERE "kind" = 'ARTICLE';
END $$;

REVOKE ALL ON FUNCTION rebuild_search() FROM PUBLIC;
REVOKE ALL ON FUNCTION keep_search() FROM PUBLIC;

-- What was published before.
SELECT rebuild_search();
