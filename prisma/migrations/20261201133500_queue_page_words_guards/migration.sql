-- The queue is searched by all words of a page, those of its statements and those between them; what stands around the article and what readers wrote below it is left
-- out. A text is read once, up to a bound; without places of its own a word needs no exact cut, so the last character may be half of one.
CREATE FUNCTION page_words(version uuid) RETURNS text LANGUAGE sql STABLE AS $$
  WITH page AS MATERIALIZED (
    SELECT utf16_padded(left("text", 100000)) AS "text" FROM "ArticleVersion" WHERE "id" = version
  )
  SELECT string_agg(substr(page."text", g."start" + 1, g."end" - g."start"), E'\n' ORDER BY g."start")
  FROM page, "Segment" g
  WHERE g."versionId" = version AND g."type" NOT IN ('CHROME', 'COMMENT') AND g."start" < 100000
$$;

-- Those that are there: the worker works them out.
INSERT INTO "QueueMark" ("transactionId", "subjectId") SELECT DISTINCT 0, "subjectId" FROM "QueueItem" WHERE "versionId" IS NOT NULL
ON CONFLICT DO NOTHING;
