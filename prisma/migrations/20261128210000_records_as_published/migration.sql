-- A record holds what was published of its publisher or speaker, and nothing else: who is whom stands in the publication, as it stood when
-- somebody else published it. Merging and parting speakers changes a record once a page is published anew.

DROP TRIGGER "Speaker_track" ON "Speaker";
DROP FUNCTION track_speaker();
DROP INDEX "AuditEvent_shown";
CREATE INDEX "AuditEvent_shown" ON "AuditEvent" ("sequence")
  WHERE "action" IN ('review.publish', 'review.withdraw', 'payload.erase');

DROP VIEW tracked_page_rows;
DROP VIEW tracked_statement_rows;
DROP FUNCTION tracked_subjects(jsonb);
DROP FUNCTION track(uuid[]);
ALTER TABLE "TrackStatement" ALTER COLUMN "sourceId" DROP NOT NULL;

-- Whose records a page belongs to; `number` is null for every statement of the page.
CREATE FUNCTION tracked_subjects(content jsonb)
RETURNS TABLE ("kind" "TrackKind", "subjectId" uuid, "number" int) LANGUAGE sql IMMUTABLE AS $$
  SELECT 'PUBLISHER'::"TrackKind", id, NULL::int
  FROM (SELECT publisher_subject(content #>> '{article,publisher}') AS id) publisher WHERE id IS NOT NULL
  UNION ALL
  SELECT 'SPEAKER', (named ->> 'id')::uuid, (named ->> 'number')::int
  FROM jsonb_path_query(content, '$.sources.speakers[*]') AS named
$$;

CREATE VIEW tracked_statement_rows AS
SELECT whose."kind", whose."subjectId", p."id" AS "publicationId", (said ->> 'number')::int AS "number", p."publishedAt",
  coalesce(p."content" #>> ARRAY['posts', said ->> 'post', 'date'], '0001-01-01')::date AS "day",
  (said ->> 'label')::"ReaderLabel" AS "label",
  CASE WHEN jsonb_typeof(said -> 'prediction') <> 'object' THEN NULL
    WHEN said #>> '{prediction,dueFrom}' IS NULL OR said #>> '{prediction,dueTo}' IS NULL THEN '0001-01-01'::date
    ELSE (said #>> '{prediction,dueTo}')::date END AS "due",
  (said #>> '{prediction,outcome,result}')::"OutcomeResult" AS "outcome",
  (SELECT c."id" FROM "Claim" c WHERE c."slug" = said #>> '{claim,slug}') AS "claimId"
FROM "Standing" stands JOIN "Publication" p ON p."id" = stands."publicationId"
CROSS JOIN LATERAL jsonb_path_query(p."content", '$.statements[*]') AS said
CROSS JOIN LATERAL tracked_subjects(p."content") AS whose
WHERE stands."kind" = 'ARTICLE' AND is_whole(p."content") AND (said ->> 'post')::int = own_post(p."content")
  AND (whose."number" IS NULL OR whose."number" = (said ->> 'number')::int);

CREATE VIEW tracked_page_rows AS
SELECT whose."kind", whose."subjectId", p."id" AS "publicationId", p."publishedAt", is_whole(p."content") AS "isWhole",
  (SELECT count(*) FROM "TrackStatement" s
    WHERE s."publicationId" = p."id" AND (s."kind", s."subjectId") = (whose."kind", whose."subjectId"))::int AS "statements",
  (SELECT count(*) FROM "Publication" one WHERE one."articleId" = p."articleId" AND one."correction" IS NOT NULL)::int AS "corrections"
FROM "Standing" stands JOIN "Publication" p ON p."id" = stands."publicationId"
CROSS JOIN LATERAL (SELECT DISTINCT "kind", "subjectId" FROM tracked_subjects(p."content")) whose
WHERE stands."kind" = 'ARTICLE';

-- The rows of these publications anew, and the numbers with them.
CREATE FUNCTION track(publications uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_tracked(publications, -1);
  DELETE FROM "TrackPage" WHERE "publicationId" = ANY (publications);
  DELETE FROM "TrackStatement" WHERE "publicationId" = ANY (publications);
  INSERT INTO "TrackStatement" ("kind", "subjectId", "publicationId", "number", "publishedAt", "day", "label", "due", "outcome", "claimId")
    SELECT "kind", "subjectId", "publicationId", "number", "publishedAt", "day", "label", "due", "outcome", "claimId"
    FROM tracked_statement_rows WHERE "publicationId" = ANY (publications);
  INSERT INTO "TrackPage" ("kind", "subjectId", "publicationId", "publishedAt", "isWhole", "statements", "corrections")
    SELECT "kind", "subjectId", "publicationId", "publishedAt", "isWhole", "statements", "corrections"
    FROM tracked_page_rows WHERE "publicationId" = ANY (publications);
  PERFORM count_tracked(publications, 1);
  DELETE FROM "TrackTotal" WHERE "count" = 0;
  DELETE FROM "TrackClaim" WHERE "count" = 0;
END $$;
REVOKE ALL ON FUNCTION track(uuid[]) FROM PUBLIC;

-- What counted for another one since a merging goes back to whom it was published for.
SELECT track(ARRAY(
  SELECT "publicationId" FROM "TrackStatement" WHERE "sourceId" <> "subjectId"
  UNION SELECT "publicationId" FROM "TrackPage" WHERE EXISTS (SELECT FROM unnest("sources") AS one WHERE one <> "subjectId")));
ALTER TABLE "TrackStatement" DROP COLUMN "sourceId";
ALTER TABLE "TrackPage" DROP COLUMN "sources";
