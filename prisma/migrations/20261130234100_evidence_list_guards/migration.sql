-- The desk's list of evidence: the latest first, of a stance and a kind, of a site, and by words. What was taken away is in none of them.

-- The site of an address: its host in small letters, without a leading "www.". Null where there is no address.
CREATE FUNCTION evidence_site(url text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT left(lower((regexp_match(url, '^[a-z]+://(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)', 'i'))[1]), 255)
$$;

-- Primary, secondary, or nobody said: an index is in an order within a value, not within none.
CREATE FUNCTION evidence_kind(kind "SourceKind") RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE kind WHEN 'PRIMARY' THEN 'PRIMARY' WHEN 'SECONDARY' THEN 'SECONDARY' ELSE 'UNSAID' END
$$;

-- What a piece is found by: what it is called, the words that matter, its address.
CREATE FUNCTION evidence_words(title text, quote text, url text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  SET search_path = public, pg_temp AS $$
  SELECT search_vector(title || ' ' || coalesce(quote, '') || ' ' || coalesce(url, ''))
$$;

-- No index is in the order of the list alone: it would be walked for what is rare.
CREATE INDEX "Evidence_kinds" ON "Evidence" ("stance", evidence_kind("sourceKind"), "addedAt", "id") WHERE "removedAt" IS NULL;
CREATE INDEX "Evidence_sites" ON "Evidence" (evidence_site("url"), "stance", evidence_kind("sourceKind"), "addedAt", "id") WHERE "removedAt" IS NULL;
CREATE INDEX "Evidence_words" ON "Evidence" USING gin (evidence_words("title", "quote", "url")) WITH (fastupdate = off)
  WHERE "removedAt" IS NULL;
