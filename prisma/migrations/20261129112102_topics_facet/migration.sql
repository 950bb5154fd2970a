-- A search is narrowed by what pages and claims are about, too: "topic:" and a folded name, of a page, of each of its statements, and of a
-- claim whose verdict has it. Nothing published before has topics, so that all rows stay as they are.

CREATE FUNCTION topic_facets(content jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_agg('topic:' || promise_name(topic ->> 'name')) FROM jsonb_path_query(content, '$.topics[*]') AS topic
$$;

-- The same of names that aren't folded yet, for `npm run verify`.
DROP FUNCTION facets_told(text[], text[], text[]);
CREATE FUNCTION facets_told(plain text[], publishers text[], speakers text[], topics text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT facet_set(plain
    || (SELECT array_agg('publisher:' || promise_name(name)) FROM unnest(publishers) name)
    || (SELECT array_agg('speaker:' || promise_name(name)) FROM unnest(speakers) name)
    || (SELECT array_agg('topic:' || promise_name(name)) FROM unnest(topics) name))
$$;

CREATE OR REPLACE FUNCTION page_facets(content jsonb, day text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY['publisher:' || promise_name(content #>> '{article,publisher}'), 'language:' || lower(left(content #>> '{article,language}', 35)),
    'date:' || left(day, 4), 'date:' || left(day, 7)] || topic_facets(content)
$$;

CREATE OR REPLACE FUNCTION search_facets(publication uuid, subject uuid) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT facet_set(CASE
    WHEN p."articleId" = subject THEN page_facets(p."content", p."content" #>> '{article,postedAt}')
      || (SELECT array_agg(f) FROM jsonb_path_query(p."content", '$.statements[*]') AS s CROSS JOIN LATERAL unnest(said_facets(s)) f)
    WHEN p."claimId" = subject THEN ARRAY['verdict:' || (p."content" #>> '{verdict,code}')] || topic_facets(p."content")
    ELSE ARRAY['verdict:NO_VERDICT']
  END)
  FROM "Publication" p WHERE p."id" = publication
$$;
