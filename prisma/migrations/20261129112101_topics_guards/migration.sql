-- Topics are merged and parted as speakers are, never deleted, and no merging goes in a circle. A tag comes and goes while its review is written.

-- How a topic is told from others, folded as the search folds. Named in full: an index is built with no other schema in sight.
CREATE FUNCTION topic_key(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT nullif(btrim(left(public.search_fold(name), 200)), '') COLLATE "C"
$$;

-- Two names that fold to one are one topic, also where one of them was merged. The list of the desk goes in this order.
CREATE UNIQUE INDEX "Topic_one_of_a_name" ON "Topic" (topic_key("name"));
CREATE INDEX "Topic_list" ON "Topic" ((topic_key("name") COLLATE "C"), "id") WHERE "mergedIntoId" IS NULL;

ALTER TABLE "Topic"
  ADD CONSTRAINT "Topic_bounded" CHECK (length("name") BETWEEN 1 AND 60 AND length("definition") BETWEEN 1 AND 300 AND length("slug") BETWEEN 1 AND 100),
  ADD CONSTRAINT "Topic_has_letters" CHECK (topic_key("name") IS NOT NULL),
  ADD CONSTRAINT "Topic_on_one_line" CHECK ("name" !~ '[\u0001-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]'),
  ADD CONSTRAINT "Topic_not_into_itself" CHECK ("mergedIntoId" <> "id"),
  ADD CONSTRAINT "Topic_merged_by_somebody"
    CHECK (("mergedIntoId" IS NULL) = ("mergedById" IS NULL) AND ("mergedIntoId" IS NULL) = ("mergedAt" IS NULL)),
  ADD CONSTRAINT "Topic_named_by_somebody" CHECK (("namedById" IS NULL) = ("namedAt" IS NULL));

-- One merging at a time. Only what stands for itself is merged, and only into such a one: so a circle would need a row that is both.
CREATE FUNCTION guard_topic() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."mergedIntoId" IS NOT NULL THEN
      RAISE EXCEPTION 'a new topic stands for itself' USING ERRCODE = 'check_violation';
    END IF;
    NEW."rootId" := NEW."id";
  ELSE
    IF (NEW."id", NEW."slug", NEW."createdById", NEW."createdAt") IS DISTINCT FROM (OLD."id", OLD."slug", OLD."createdById", OLD."createdAt") THEN
      RAISE EXCEPTION 'a topic keeps its address' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW."mergedIntoId" IS DISTINCT FROM OLD."mergedIntoId" THEN
      PERFORM pg_advisory_xact_lock(hashtextextended('topics', 0));
      IF NEW."mergedIntoId" IS NOT NULL AND (OLD."mergedIntoId" IS NOT NULL
        OR EXISTS (SELECT FROM "Topic" WHERE "id" = NEW."mergedIntoId" AND "mergedIntoId" IS NOT NULL)) THEN
        RAISE EXCEPTION 'only topics that stand for themselves are merged' USING ERRCODE = 'check_violation';
      END IF;
    END IF;
    NEW."rootId" := coalesce((SELECT "rootId" FROM "Topic" WHERE "id" = NEW."mergedIntoId"), NEW."id");
  END IF;
  NEW."grams" := name_grams(NEW."name");
  RETURN NEW;
END $$;
CREATE TRIGGER "Topic_guard" BEFORE INSERT OR UPDATE ON "Topic" FOR EACH ROW EXECUTE FUNCTION guard_topic();

-- All that was merged into a topic goes with it.
CREATE FUNCTION follow_topic() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "Topic" SET "rootId" = NEW."rootId" WHERE "mergedIntoId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "Topic_follow" AFTER UPDATE ON "Topic" FOR EACH ROW
  WHEN (OLD."rootId" IS DISTINCT FROM NEW."rootId") EXECUTE FUNCTION follow_topic();
CREATE TRIGGER "Topic_stays" BEFORE DELETE ON "Topic" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Topic_no_truncate" BEFORE TRUNCATE ON "Topic" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What was handed in or published keeps its tags; a review has ten at most.
CREATE FUNCTION guard_tag() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  review uuid := CASE TG_OP WHEN 'DELETE' THEN OLD."reviewId" ELSE NEW."reviewId" END;
BEGIN
  PERFORM 1 FROM "Review" WHERE "id" = review AND "state" IN ('DRAFT', 'RETURNED') FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a tag changes only while its review is written' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF (SELECT count(*) FROM "ReviewTopic" WHERE "reviewId" = review) >= 10 THEN
    RAISE EXCEPTION 'a review has ten tags at most' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ReviewTopic_guard" BEFORE INSERT OR DELETE ON "ReviewTopic" FOR EACH ROW EXECUTE FUNCTION guard_tag();
CREATE TRIGGER "ReviewTopic_immutable" BEFORE UPDATE ON "ReviewTopic" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ReviewTopic_no_truncate" BEFORE TRUNCATE ON "ReviewTopic" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What stands of topics, worked out of what was published as all that stands is. The program has no right to write these tables.
CREATE VIEW published_topic_rows AS
SELECT p."id" AS "publicationId", (topic ->> 'id')::uuid AS "topicId", p."kind", p."publishedAt"
FROM "Publication" p CROSS JOIN LATERAL jsonb_path_query(p."content", '$.topics[*]') AS topic;

-- The latest publication that names a topic says what it is called.
CREATE FUNCTION topic_totals(topics uuid[]) RETURNS TABLE ("topicId" uuid, "publicationId" uuid, "key" text, "pages" int, "claims" int)
LANGUAGE sql STABLE AS $$
  SELECT made."topicId", made."publicationId",
    (SELECT coalesce(topic_key(topic ->> 'name'), '') FROM "Publication" p CROSS JOIN LATERAL jsonb_path_query(p."content", '$.topics[*]') AS topic
      WHERE p."id" = made."publicationId" AND topic ->> 'id' = made."topicId"::text LIMIT 1),
    made."pages", made."claims"
  FROM (
    SELECT "topicId", (array_agg("publicationId" ORDER BY "publishedAt" DESC, "publicationId" DESC))[1] AS "publicationId",
      count(*) FILTER (WHERE "kind" = 'ARTICLE')::int AS "pages", count(*) FILTER (WHERE "kind" = 'CLAIM')::int AS "claims"
    FROM "StandingTopic" WHERE "topicId" = ANY (topics) GROUP BY "topicId"
  ) made
$$;

CREATE FUNCTION keep_topics() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  subject uuid := coalesce(NEW."articleId", NEW."claimId");
  touched uuid[];
BEGIN
  WITH gone AS (
    DELETE FROM "StandingTopic" s USING "Publication" p
    WHERE p."id" = s."publicationId" AND coalesce(p."articleId", p."claimId") = subject RETURNING s."topicId"
  ) SELECT array_agg("topicId") INTO touched FROM gone;
  WITH made AS (
    INSERT INTO "StandingTopic" ("publicationId", "topicId", "kind", "publishedAt")
    SELECT "publicationId", "topicId", "kind", "publishedAt" FROM published_topic_rows
    WHERE "publicationId" = (SELECT "publicationId" FROM "Standing" WHERE "subjectId" = subject) RETURNING "topicId"
  ) SELECT touched || array_agg("topicId") INTO touched FROM made;
  DELETE FROM "StandingTopicTotal" WHERE "topicId" = ANY (touched);
  INSERT INTO "StandingTopicTotal" ("topicId", "publicationId", "key", "pages", "claims")
    SELECT "topicId", "publicationId", "key", "pages", "claims" FROM topic_totals(touched);
  RETURN NULL;
END $$;
-- After what stands is worked out.
CREATE TRIGGER "Publication_standing_topics" AFTER INSERT OR UPDATE ON "Publication" FOR EACH ROW EXECUTE FUNCTION keep_topics();

-- For the owner: all rows anew, after `rebuild_standing`.
CREATE FUNCTION rebuild_topics() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM lock_standing();
  DELETE FROM "StandingTopicTotal";
  DELETE FROM "StandingTopic";
  INSERT INTO "StandingTopic" ("publicationId", "topicId", "kind", "publishedAt")
    SELECT s."publicationId", "topicId", s."kind", s."publishedAt" FROM "Standing" r JOIN published_topic_rows s USING ("publicationId");
  INSERT INTO "StandingTopicTotal" ("topicId", "publicationId", "key", "pages", "claims")
    SELECT "topicId", "publicationId", "key", "pages", "claims" FROM topic_totals((SELECT array_agg(DISTINCT "topicId") FROM "StandingTopic"));
END $$;

REVOKE ALL ON FUNCTION rebuild_topics() FROM PUBLIC;
REVOKE ALL ON FUNCTION keep_topics() FROM PUBLIC;
