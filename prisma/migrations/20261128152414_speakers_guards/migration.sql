-- Speakers are merged and parted, never changed otherwise or deleted, and no merging goes in a circle.

-- The parts of a name that the search of the desk compares: each folded word between two spaces before it and one behind it, three
-- characters at a time (the trigrams of pg_trgm, which asks for an extension). `said` may hold several names.
CREATE FUNCTION name_grams(said text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT substr('  ' || "word" || ' ', n, 3)), '{}')
  FROM search_words(said), LATERAL generate_series(1, length("word") + 1) AS n
$$;

-- Claims are found on the desk by what they say, in the same way.
CREATE INDEX "Claim_grams" ON "Claim" USING GIN (name_grams("wording"));

-- What an editor sees of a speaker's name, and two of one name apart.
CREATE UNIQUE INDEX "Speaker_one_of_a_name" ON "Speaker" (coalesce("shownName", "name"), "kind", coalesce("role", ''))
  WHERE "mergedIntoId" IS NULL;
-- The list of the desk, in its order. Folding may lengthen a name: an index takes no key of any length.
CREATE FUNCTION speaker_key(shown text, name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT left(public.search_fold(coalesce(shown, name)), 100) COLLATE "C"
$$;
CREATE INDEX "Speaker_list" ON "Speaker" (speaker_key("shownName", "name") COLLATE "C", "id") WHERE "mergedIntoId" IS NULL;
-- What was merged into a speaker once is told in the history of both.
CREATE INDEX "AuditPayload_into" ON "AuditPayload" (("payload" ->> 'intoId')) WHERE "payload" ? 'intoId';

ALTER TABLE "Speaker"
  ADD CONSTRAINT "Speaker_bounded" CHECK (length("shownName") BETWEEN 1 AND 300 AND length("role") BETWEEN 1 AND 200),
  ADD CONSTRAINT "Speaker_not_into_itself" CHECK ("mergedIntoId" <> "id"),
  ADD CONSTRAINT "Speaker_merged_by_somebody"
    CHECK (("mergedIntoId" IS NULL) = ("mergedById" IS NULL) AND ("mergedIntoId" IS NULL) = ("mergedAt" IS NULL)),
  ADD CONSTRAINT "Speaker_named_by_somebody" CHECK ("shownName" IS NULL OR ("namedById" IS NOT NULL AND "namedAt" IS NOT NULL));

-- One merging at a time. Only who stands for themselves is merged, and only into such a one: so a circle would need a row that is both.
CREATE FUNCTION guard_speaker() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  target "Speaker";
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."mergedIntoId" IS NOT NULL THEN
      RAISE EXCEPTION 'a new speaker stands for itself' USING ERRCODE = 'check_violation';
    END IF;
    NEW."rootId" := NEW."id";
  ELSE
    IF (NEW."id", NEW."name", NEW."kind") IS DISTINCT FROM (OLD."id", OLD."name", OLD."kind") THEN
      RAISE EXCEPTION 'a speaker keeps the name under which it was written' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW."mergedIntoId" IS DISTINCT FROM OLD."mergedIntoId" THEN
      PERFORM pg_advisory_xact_lock(hashtextextended('speakers', 0));
      IF NEW."mergedIntoId" IS NOT NULL THEN
        SELECT * INTO target FROM "Speaker" WHERE "id" = NEW."mergedIntoId";
        IF OLD."mergedIntoId" IS NOT NULL OR target."mergedIntoId" IS NOT NULL THEN
          RAISE EXCEPTION 'only speakers that stand for themselves are merged' USING ERRCODE = 'check_violation';
        END IF;
        IF (NEW."kind" = 'UNNAMED') <> (target."kind" = 'UNNAMED') THEN
          RAISE EXCEPTION 'who has a name and who has none are not one' USING ERRCODE = 'check_violation';
        END IF;
      END IF;
    END IF;
    NEW."rootId" := coalesce((SELECT "rootId" FROM "Speaker" WHERE "id" = NEW."mergedIntoId"), NEW."id");
  END IF;
  NEW."grams" := name_grams(concat_ws(' ', NEW."name", NEW."shownName"));
  RETURN NEW;
END $$;
CREATE TRIGGER "Speaker_guard" BEFORE INSERT OR UPDATE ON "Speaker" FOR EACH ROW EXECUTE FUNCTION guard_speaker();

-- All that was merged into a speaker goes with it.
CREATE FUNCTION follow_speaker() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "Speaker" SET "rootId" = NEW."rootId" WHERE "mergedIntoId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "Speaker_follow" AFTER UPDATE ON "Speaker" FOR EACH ROW
  WHEN (OLD."rootId" IS DISTINCT FROM NEW."rootId") EXECUTE FUNCTION follow_speaker();

CREATE TRIGGER "Speaker_stays" BEFORE DELETE ON "Speaker" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Speaker_no_truncate" BEFORE TRUNCATE ON "Speaker" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

UPDATE "Speaker" SET "grams" = name_grams("name");
