-- What articles are found by. Each article has one row, of its latest version, whoever stores it: the program works out the rest.
CREATE FUNCTION keep_text_sample() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "TextSample" ("articleId", "versionId", "day", "keys")
  SELECT DISTINCT ON (v."articleId") v."articleId", v."id", v."postedAt", '{}' FROM added v ORDER BY v."articleId", v."number" DESC
  ON CONFLICT ("articleId") DO UPDATE
    SET "versionId" = excluded."versionId", "day" = excluded."day", "isWaiting" = true, "comparedAt" = NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER "ArticleVersion_sample" AFTER INSERT ON "ArticleVersion"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_text_sample();

INSERT INTO "TextSample" ("articleId", "versionId", "day", "keys")
SELECT DISTINCT ON ("articleId") "articleId", "id", "postedAt", '{}' FROM "ArticleVersion" ORDER BY "articleId", "number" DESC;

ALTER TABLE "TextSample"
  ADD CONSTRAINT "TextSample_bounded" CHECK (cardinality("keys") <= 128),
  ADD CONSTRAINT "TextSample_named" CHECK ("keys" = '{}' OR "textHash" IS NOT NULL);
CREATE INDEX "TextSample_waiting" ON "TextSample" ("articleId") WHERE "isWaiting";
-- Of those with one text a single one is found.
CREATE UNIQUE INDEX "TextSample_holder" ON "TextSample" ("textHash") WHERE "keys" <> '{}';

ALTER TABLE "ProvenanceEdge"
  ADD CONSTRAINT "ProvenanceEdge_of_another" CHECK ("articleId" <> "upstreamId"),
  ADD CONSTRAINT "ProvenanceEdge_counts" CHECK (least("verbatim", "changed", "added", "dropped") >= 0),
  ADD CONSTRAINT "ProvenanceEdge_lists" CHECK (jsonb_typeof("reasons") = 'array' AND ("sentences" IS NULL OR jsonb_typeof("sentences") = 'array')),
  ADD CONSTRAINT "ProvenanceEdge_decided" CHECK (("state" = 'PROPOSED') = ("decidedAt" IS NULL) AND ("decidedAt" IS NULL) = ("decidedById" IS NULL)),
  ADD CONSTRAINT "ProvenanceEdge_dismissed_for" CHECK ("state" <> 'DISMISSED' OR "reason" IS NOT NULL);
-- What the newest first of those downstream of an article is asked by, without those that were dismissed.
CREATE INDEX "ProvenanceEdge_downstream" ON "ProvenanceEdge" ("upstreamId", "id") WHERE "state" <> 'DISMISSED';

-- Does the way upstream from `lower` lead to `upper`? What was dismissed leads nowhere.
CREATE FUNCTION provenance_leads(lower uuid, upper uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  WITH RECURSIVE way(id) AS (
    SELECT lower
    UNION
    SELECT e."upstreamId" FROM way JOIN "ProvenanceEdge" e ON e."articleId" = way.id AND e."state" <> 'DISMISSED'
  ) SELECT EXISTS (SELECT FROM way WHERE id = upper)
$$;

-- An article is never upstream of itself, over however many others; an edge stays between its two articles.
CREATE FUNCTION guard_provenance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD."state" <> 'PROPOSED' OR NOT OLD."isMachines" THEN
      RAISE EXCEPTION 'only what the machine proposed goes' USING ERRCODE = 'check_violation';
    END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW."id", NEW."articleId", NEW."upstreamId", NEW."isMachines")
    IS DISTINCT FROM (OLD."id", OLD."articleId", OLD."upstreamId", OLD."isMachines") THEN
    RAISE EXCEPTION 'an edge stays between its articles' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM 1 FROM "ArticleVersion" v WHERE v."id" = NEW."versionId" AND v."articleId" = NEW."articleId";
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the version is of another article' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM 1 FROM "ArticleVersion" v WHERE v."id" = NEW."upstreamVersionId" AND v."articleId" = NEW."upstreamId";
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the version upstream is of another article' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."state" <> 'DISMISSED' AND (TG_OP = 'INSERT' OR OLD."state" = 'DISMISSED')
    AND provenance_leads(NEW."upstreamId", NEW."articleId") THEN
    RAISE EXCEPTION 'an article would be its own source' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ProvenanceEdge_guard" BEFORE INSERT OR UPDATE OR DELETE ON "ProvenanceEdge" FOR EACH ROW EXECUTE FUNCTION guard_provenance();
CREATE TRIGGER "ProvenanceEdge_no_truncate" BEFORE TRUNCATE ON "ProvenanceEdge" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
