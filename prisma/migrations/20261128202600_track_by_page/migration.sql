-- Whose records a page belongs to is told from its content alone, and each speaker is looked up: asked as a view over all publications, a
-- page that was published had all of them opened.

-- `number` is null for every statement of the page.
CREATE FUNCTION tracked_subjects(content jsonb)
RETURNS TABLE ("kind" "TrackKind", "subjectId" uuid, "sourceId" uuid, "number" int) LANGUAGE sql STABLE AS $$
  SELECT 'PUBLISHER'::"TrackKind", id, id, NULL::int
  FROM (SELECT publisher_subject(content #>> '{article,publisher}') AS id) publisher WHERE id IS NOT NULL
  UNION ALL
  SELECT 'SPEAKER', root, source, number FROM (
    SELECT (SELECT one."rootId" FROM "Speaker" one WHERE one."id" = (named ->> 'id')::uuid) AS root, (named ->> 'id')::uuid AS source,
      (named ->> 'number')::int AS number
    FROM jsonb_path_query(content, '$.sources.speakers[*]') AS named
  ) speaker WHERE root IS NOT NULL
$$;

CREATE OR REPLACE VIEW tracked_statement_rows AS
SELECT whose."kind", whose."subjectId", whose."sourceId", p."id" AS "publicationId", (said ->> 'number')::int AS "number", p."publishedAt",
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

CREATE OR REPLACE VIEW tracked_page_rows AS
SELECT whose."kind", whose."subjectId", whose."sources", p."id" AS "publicationId", p."publishedAt", is_whole(p."content") AS "isWhole",
  (SELECT count(*) FROM "TrackStatement" s
    WHERE s."publicationId" = p."id" AND (s."kind", s."subjectId") = (whose."kind", whose."subjectId"))::int AS "statements",
  (SELECT count(*) FROM "Publication" one WHERE one."articleId" = p."articleId" AND one."correction" IS NOT NULL)::int AS "corrections"
FROM "Standing" stands JOIN "Publication" p ON p."id" = stands."publicationId"
CROSS JOIN LATERAL (
  SELECT "kind", "subjectId", array_agg(DISTINCT "sourceId" ORDER BY "sourceId") AS "sources" FROM tracked_subjects(p."content")
  GROUP BY "kind", "subjectId"
) whose
WHERE stands."kind" = 'ARTICLE';

DROP VIEW tracked_subject_rows;
