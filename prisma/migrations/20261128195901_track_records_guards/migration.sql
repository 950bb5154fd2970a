-- The records of publishers and speakers, worked out of what stands: which statements and pages count in whose, and their numbers. The program
-- has no right to write these tables. A trigger keeps them in the transaction that publishes or withdraws, after that of `Publication_standing`, and
-- another where speakers are merged or parted; `rebuild_track` writes all of them anew.

-- Promises of a record, by the day on which they fall due: all, those of which nothing is recorded, and those of one outcome.
CREATE INDEX "TrackStatement_promised" ON "TrackStatement" ("kind", "subjectId", "due", "publicationId", "number") WHERE "due" IS NOT NULL;
CREATE INDEX "TrackStatement_waits" ON "TrackStatement" ("kind", "subjectId", "due", "publicationId", "number")
  WHERE "due" IS NOT NULL AND "outcome" IS NULL;
CREATE INDEX "TrackStatement_became" ON "TrackStatement" ("kind", "subjectId", "outcome", "due", "publicationId", "number")
  WHERE "outcome" IS NOT NULL;
CREATE INDEX "TrackPage_corrected" ON "TrackPage" ("kind", "subjectId", "publishedAt", "publicationId")
  WHERE "corrections" > 0 AND "statements" > 0;
CREATE INDEX "TrackPage_in_part" ON "TrackPage" ("kind", "subjectId", "publishedAt", "publicationId") WHERE NOT "isWhole";
CREATE INDEX "TrackPage_counted" ON "TrackPage" ("kind", "subjectId", "publishedAt", "publicationId") WHERE "statements" > 0;
CREATE INDEX "TrackClaim_again" ON "TrackClaim" ("kind", "subjectId", "count", "claimId") WHERE "count" > 1;
-- What is left where a number came down to nothing, until it is taken away.
CREATE INDEX "TrackClaim_none" ON "TrackClaim" ("subjectId") WHERE "count" = 0;
CREATE INDEX "TrackTotal_none" ON "TrackTotal" ("subjectId") WHERE "count" = 0;

-- Merging and parting speakers changes what readers see, as publishing does.
DROP INDEX "AuditEvent_shown";
CREATE INDEX "AuditEvent_shown" ON "AuditEvent" ("sequence")
  WHERE "action" IN ('review.publish', 'review.withdraw', 'payload.erase', 'speaker.merge', 'speaker.part');

-- A publisher goes by its published name: an id (version 8, RFC 9562) of the SHA-256 of it.
CREATE FUNCTION publisher_subject(name text) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (left(hex, 12) || '8' || substr(hex, 14, 3) || '8' || substr(hex, 18, 15))::uuid
  FROM (SELECT encode(sha256(convert_to(name, 'UTF8')), 'hex') AS hex) digest
$$;

-- Was all of the page looked at? Content from before this was kept: where its language is one that was analysed then.
CREATE FUNCTION is_whole(content jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(content #>> '{article,assessed}' = 'WHOLE', content #>> '{article,language}' = 'en', false)
$$;

-- The post that a page is about, from 0: its first whole one. Null where there is none.
CREATE FUNCTION own_post(content jsonb) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (min(n) - 1)::int FROM jsonb_array_elements(content -> 'posts') WITH ORDINALITY AS each(post, n)
  WHERE NOT (post ->> 'isTeaser')::boolean
$$;

-- Whose records a publication belongs to: its publisher's, and those of the speakers that it names.
CREATE VIEW tracked_subject_rows AS
SELECT "id" AS "publicationId", 'PUBLISHER'::"TrackKind" AS "kind", publisher_subject("content" #>> '{article,publisher}') AS "subjectId",
  publisher_subject("content" #>> '{article,publisher}') AS "sourceId", NULL::int AS "number"
FROM "Publication" WHERE "content" #>> '{article,publisher}' IS NOT NULL
UNION ALL
SELECT p."id", 'SPEAKER', speaker."rootId", speaker."id", (named ->> 'number')::int
FROM "Publication" p CROSS JOIN LATERAL jsonb_path_query(p."content", '$.sources.speakers[*]') AS named
JOIN "Speaker" speaker ON speaker."id" = (named ->> 'id')::uuid;

CREATE VIEW tracked_statement_rows AS
SELECT whose."kind", whose."subjectId", whose."sourceId", p."id" AS "publicationId", (said ->> 'number')::int AS "number", p."publishedAt",
  coalesce(p."content" #>> ARRAY['posts', said ->> 'post', 'date'], '0001-01-01')::date AS "day",
  (said ->> 'label')::"ReaderLabel" AS "label",
  CASE WHEN jsonb_typeof(said -> 'prediction') <> 'object' THEN NULL
    WHEN said #>> '{prediction,dueFrom}' IS NULL OR said #>> '{prediction,dueTo}' IS NULL THEN '0001-01-01'::date
    ELSE (said #>> '{prediction,dueTo}')::date END AS "due",
  (said #>> '{prediction,outcome,result}')::"OutcomeResult" AS "outcome", c."id" AS "claimId"
FROM "Standing" stands JOIN "Publication" p ON p."id" = stands."publicationId"
CROSS JOIN LATERAL jsonb_path_query(p."content", '$.statements[*]') AS said
JOIN tracked_subject_rows whose ON whose."publicationId" = p."id"
  AND (whose."number" IS NULL OR whose."number" = (said ->> 'number')::int)
LEFT JOIN "Claim" c ON c."slug" = said #>> '{claim,slug}'
WHERE stands."kind" = 'ARTICLE' AND is_whole(p."content") AND (said ->> 'post')::int = own_post(p."content");

-- `statements` are those in `TrackStatement`.
CREATE VIEW tracked_page_rows AS
SELECT whose."kind", whose."subjectId", whose."sources", p."id" AS "publicationId", p."publishedAt", is_whole(p."content") AS "isWhole",
  (SELECT count(*) FROM "TrackStatement" s
    WHERE s."publicationId" = p."id" AND (s."kind", s."subjectId") = (whose."kind", whose."subjectId"))::int AS "statements",
  (SELECT count(*) FROM "Publication" one WHERE one."articleId" = p."articleId" AND one."correction" IS NOT NULL)::int AS "corrections"
FROM "Standing" stands JOIN "Publication" p ON p."id" = stands."publicationId"
CROSS JOIN LATERAL (
  SELECT "kind", "subjectId", array_agg(DISTINCT "sourceId" ORDER BY "sourceId") AS "sources" FROM tracked_subject_rows
  WHERE "publicationId" = p."id" GROUP BY "kind", "subjectId"
) whose
WHERE stands."kind" = 'ARTICLE';

-- What each statement and each page adds to the numbers of its record.
CREATE VIEW tracked_measures AS
SELECT "publicationId", "kind", "subjectId", "label"::text AS "measure", date_trunc('month', "day"::timestamp)::date AS "day", 1 AS "count"
FROM "TrackStatement"
UNION ALL
SELECT "publicationId", "kind", "subjectId", coalesce("outcome"::text, 'WAITS'), "due", 1 FROM "TrackStatement" WHERE "due" IS NOT NULL
UNION ALL
SELECT "publicationId", "kind", "subjectId", page."measure", '0001-01-01', page."count"
FROM "TrackPage" CROSS JOIN LATERAL (VALUES
  ('PAGES', ("statements" > 0)::int),
  ('IN_PART', (NOT "isWhole")::int),
  ('CORRECTED', ("statements" > 0 AND "corrections" > 0)::int),
  ('CORRECTIONS', CASE WHEN "statements" > 0 THEN "corrections" ELSE 0 END)
) AS page("measure", "count") WHERE page."count" > 0;

-- Add (1) or take away (-1) what these publications add to the numbers. A claim that is made n times was said again n - 1 times.
CREATE FUNCTION count_tracked(publications uuid[], sign int) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "TrackTotal" AS total ("kind", "subjectId", "measure", "day", "count")
    SELECT "kind", "subjectId", "measure", "day", sign * sum("count")::int FROM tracked_measures
    WHERE "publicationId" = ANY (publications) GROUP BY "kind", "subjectId", "measure", "day"
    ON CONFLICT ("kind", "subjectId", "measure", "day") DO UPDATE SET "count" = total."count" + EXCLUDED."count";
  WITH changed AS (
    SELECT s."kind", s."subjectId", s."claimId", sign * count(*)::int AS "more" FROM "TrackStatement" s
    WHERE s."publicationId" = ANY (publications) AND s."claimId" IS NOT NULL GROUP BY s."kind", s."subjectId", s."claimId"
  ), moved AS (
    SELECT changed.*, coalesce(kept."count", 0) AS "before", coalesce(kept."count", 0) + "more" AS "after"
    FROM changed LEFT JOIN "TrackClaim" kept USING ("kind", "subjectId", "claimId")
  ), kept AS (
    INSERT INTO "TrackClaim" AS claim ("kind", "subjectId", "claimId", "count")
      SELECT "kind", "subjectId", "claimId", "more" FROM changed
      ON CONFLICT ("kind", "subjectId", "claimId") DO UPDATE SET "count" = claim."count" + EXCLUDED."count"
  )
  INSERT INTO "TrackTotal" AS total ("kind", "subjectId", "measure", "day", "count")
    SELECT "kind", "subjectId", again."measure", '0001-01-01', sum(again."count")::int
    FROM moved CROSS JOIN LATERAL (VALUES
      ('AGAIN', greatest("after" - 1, 0) - greatest("before" - 1, 0)),
      ('CLAIMS_AGAIN', ("after" > 1)::int - ("before" > 1)::int)
    ) AS again("measure", "count") GROUP BY "kind", "subjectId", again."measure" HAVING sum(again."count") <> 0
    ON CONFLICT ("kind", "subjectId", "measure", "day") DO UPDATE SET "count" = total."count" + EXCLUDED."count";
$$;

-- The rows of these publications anew, and the numbers with them.
CREATE FUNCTION track(publications uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_tracked(publications, -1);
  DELETE FROM "TrackPage" WHERE "publicationId" = ANY (publications);
  DELETE FROM "TrackStatement" WHERE "publicationId" = ANY (publications);
  INSERT INTO "TrackStatement"
      ("kind", "subjectId", "sourceId", "publicationId", "number", "publishedAt", "day", "label", "due", "outcome", "claimId")
    SELECT "kind", "subjectId", "sourceId", "publicationId", "number", "publishedAt", "day", "label", "due", "outcome", "claimId"
    FROM tracked_statement_rows WHERE "publicationId" = ANY (publications);
  INSERT INTO "TrackPage" ("kind", "subjectId", "sources", "publicationId", "publishedAt", "isWhole", "statements", "corrections")
    SELECT "kind", "subjectId", "sources", "publicationId", "publishedAt", "isWhole", "statements", "corrections"
    FROM tracked_page_rows WHERE "publicationId" = ANY (publications);
  PERFORM count_tracked(publications, 1);
  DELETE FROM "TrackTotal" WHERE "count" = 0;
  DELETE FROM "TrackClaim" WHERE "count" = 0;
END $$;

CREATE FUNCTION keep_track() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM track(ARRAY(SELECT "id" FROM "Publication" WHERE "articleId" = NEW."articleId"));
  RETURN NULL;
END $$;

-- Triggers of one table run in the order of their names: this one finds what stands worked out.
CREATE TRIGGER "Publication_standing_track" AFTER INSERT OR UPDATE ON "Publication" FOR EACH ROW
  WHEN (NEW."articleId" IS NOT NULL) EXECUTE FUNCTION keep_track();

-- Whoever is merged or parted takes along what was merged into them, which `Speaker_follow` has said by now.
CREATE FUNCTION track_speaker() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  moved uuid[];
BEGIN
  PERFORM lock_standing();
  moved := ARRAY(
    WITH RECURSIVE under AS (
      SELECT NEW."id" AS "id" UNION SELECT one."id" FROM "Speaker" one JOIN under ON one."mergedIntoId" = under."id"
    ) SELECT "id" FROM under);
  PERFORM track(ARRAY(
    SELECT "publicationId" FROM "TrackPage" WHERE "kind" = 'SPEAKER' AND "subjectId" = OLD."rootId" AND "sources" && moved));
  RETURN NULL;
END $$;
CREATE TRIGGER "Speaker_track" AFTER UPDATE ON "Speaker" FOR EACH ROW
  WHEN (OLD."mergedIntoId" IS DISTINCT FROM NEW."mergedIntoId") EXECUTE FUNCTION track_speaker();

-- For the owner: all rows anew, after `rebuild_standing`.
CREATE FUNCTION rebuild_track() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM lock_standing();
  DELETE FROM "TrackTotal";
  DELETE FROM "TrackClaim";
  DELETE FROM "TrackPage";
  DELETE FROM "TrackStatement";
  PERFORM track(ARRAY(SELECT "publicationId" FROM "Standing" WHERE "kind" = 'ARTICLE'));
END $$;

REVOKE ALL ON FUNCTION count_tracked(uuid[], int) FROM PUBLIC;
REVOKE ALL ON FUNCTION track(uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION keep_track() FROM PUBLIC;
REVOKE ALL ON FUNCTION track_speaker() FROM PUBLIC;
REVOKE ALL ON FUNCTION rebuild_track() FROM PUBLIC;

-- What was published before.
SELECT rebuild_track();
