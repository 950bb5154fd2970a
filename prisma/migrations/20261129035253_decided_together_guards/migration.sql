-- What was accepted together with others was judged by nobody: it says nothing about the rule that suggested it.
CREATE OR REPLACE FUNCTION judged_suggestions(review uuid)
RETURNS TABLE ("suggestionId" uuid, "rule" text, "version" text, "field" "TrialField", "verdict" "TrialVerdict") LANGUAGE sql STABLE AS $$
  SELECT g."id", why."rule", why."version", f."field"::"TrialField", (CASE
    WHEN s."id" IS NULL THEN 'REMOVED' WHEN f."isSame" THEN 'RIGHT' ELSE 'CHANGED' END)::"TrialVerdict"
  FROM "SuggestionDecision" d
  JOIN "Suggestion" g ON g."id" = d."suggestionId"
  LEFT JOIN "Statement" s ON s."id" = d."statementId" AND s."removedAt" IS NULL
  LEFT JOIN "Speaker" proposed ON proposed."id" = g."speakerId"
  LEFT JOIN "Speaker" credited ON credited."id" = s."speakerId"
  LEFT JOIN "Prediction" p ON p."statementId" = s."id"
  CROSS JOIN LATERAL (
    SELECT DISTINCT ON (one ->> 'axis') one ->> 'axis' AS axis, one ->> 'rule' AS "rule", one ->> 'version' AS "version"
    FROM jsonb_array_elements(CASE jsonb_typeof(g."reasons") WHEN 'array' THEN g."reasons" ELSE '[]' END) WITH ORDINALITY AS each(one, place)
    WHERE one ->> 'rule' IS NOT NULL AND one ->> 'version' IS NOT NULL ORDER BY one ->> 'axis', place
  ) why
  JOIN LATERAL (VALUES
    ('SOURCING', 'LABEL', s."label" = g."label"),
    ('SOURCING', 'SOURCING', s."sourcing" = g."sourcing"),
    ('SOURCING', 'SOURCE', s."speakerId" IS NOT DISTINCT FROM g."speakerId"
      OR (proposed."name", proposed."kind") = (credited."name", credited."kind")),
    ('FACTUALITY', 'CERTAINTY', s."factualityWriter" = g."factualityWriter"),
    ('TIME', 'WINDOW', p."statementId" IS NOT NULL AND p."dueFrom" IS NOT DISTINCT FROM (g."prediction" ->> 'dueFrom')::date
      AND p."dueTo" IS NOT DISTINCT FROM (g."prediction" ->> 'dueTo')::date)
  ) AS f(axis, "field", "isSame") ON f.axis = why.axis
  WHERE d."reviewId" = review AND d."undoneAt" IS NULL AND NOT d."isTogether"
$$;
