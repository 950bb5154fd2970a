-- Claims are merged and parted, and no merging goes in a circle. Nothing that points to a claim is rewritten.

ALTER TABLE "Claim"
  ADD CONSTRAINT "Claim_not_into_itself" CHECK ("mergedIntoId" <> "id"),
  ADD CONSTRAINT "Claim_merged_by_somebody"
    CHECK (("mergedIntoId" IS NULL) = ("mergedById" IS NULL) AND ("mergedIntoId" IS NULL) = ("mergedAt" IS NULL));

-- One merging at a time. Only a claim that stands for itself is merged, and only into such a one: so a circle would need a row that is both.
CREATE FUNCTION guard_claim() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."mergedIntoId" IS NOT NULL THEN
      RAISE EXCEPTION 'a new claim stands for itself' USING ERRCODE = 'check_violation';
    END IF;
    NEW."rootId" := NEW."id";
    RETURN NEW;
  END IF;
  IF NEW."mergedIntoId" IS DISTINCT FROM OLD."mergedIntoId" THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('claims', 0));
    IF NEW."mergedIntoId" IS NOT NULL AND (OLD."mergedIntoId" IS NOT NULL
      OR EXISTS (SELECT 1 FROM "Claim" WHERE "id" = NEW."mergedIntoId" AND "mergedIntoId" IS NOT NULL)) THEN
      RAISE EXCEPTION 'only claims that stand for themselves are merged' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  NEW."rootId" := coalesce((SELECT "rootId" FROM "Claim" WHERE "id" = NEW."mergedIntoId"), NEW."id");
  RETURN NEW;
END $$;
CREATE TRIGGER "Claim_guard" BEFORE INSERT OR UPDATE ON "Claim" FOR EACH ROW EXECUTE FUNCTION guard_claim();

-- All that was merged into a claim goes with it.
CREATE FUNCTION follow_claim() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "Claim" SET "rootId" = NEW."rootId" WHERE "mergedIntoId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "Claim_follow" AFTER UPDATE ON "Claim" FOR EACH ROW
  WHEN (OLD."rootId" IS DISTINCT FROM NEW."rootId") EXECUTE FUNCTION follow_claim();
