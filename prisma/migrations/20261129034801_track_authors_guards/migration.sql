-- Authors have records too: a byline, whole and as it was published, on the pages of one publisher. Who writes under the same name for another
-- publisher may be somebody else.

-- As `publisher_subject`, of the publisher's id and the byline.
CREATE FUNCTION author_subject(publisher text, author text) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT publisher_subject(publisher_subject(publisher)::text || ' ' || author)
$$;

-- Whose records a page belongs to; `number` is null for every statement of the page.
CREATE OR REPLACE FUNCTION tracked_subjects(content jsonb)
RETURNS TABLE ("kind" "TrackKind", "subjectId" uuid, "number" int) LANGUAGE sql IMMUTABLE AS $$
  SELECT 'PUBLISHER'::"TrackKind", id, NULL::int
  FROM (SELECT publisher_subject(content #>> '{article,publisher}') AS id) publisher WHERE id IS NOT NULL
  UNION ALL
  SELECT 'AUTHOR', id, NULL
  FROM (SELECT author_subject(content #>> '{article,publisher}', content #>> '{article,author}') AS id) author WHERE id IS NOT NULL
  UNION ALL
  SELECT 'SPEAKER', (named ->> 'id')::uuid, (named ->> 'number')::int
  FROM jsonb_path_query(content, '$.sources.speakers[*]') AS named
$$;

-- What was published before.
SELECT track(ARRAY(
  SELECT p."id" FROM "Standing" stands JOIN "Publication" p ON p."id" = stands."publicationId"
  WHERE stands."kind" = 'ARTICLE' AND author_subject(p."content" #>> '{article,publisher}', p."content" #>> '{article,author}') IS NOT NULL));
