-- A look through text that was put right is whole where something was read; one that ended without says why; one that waits holds nothing yet.
ALTER TABLE "PartReading"
  ADD CONSTRAINT "PartReading_whole" CHECK (CASE
    WHEN "found" IS NOT NULL THEN "found" >= 0 AND "endedAt" IS NOT NULL AND "message" IS NULL
      AND num_nonnulls("spans", "engineName", "engineVersion") = 3 AND jsonb_typeof("spans") = 'array'
    ELSE num_nonnulls("spans", "engineName", "engineVersion") = 0 AND ("endedAt" IS NULL) = ("message" IS NULL) END);

-- A version is looked through once at a time.
CREATE UNIQUE INDEX "PartReading_one_waits" ON "PartReading" ("versionId") WHERE "endedAt" IS NULL;

CREATE FUNCTION guard_part_reading() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM 1 FROM "PartCorrection" c WHERE c."versionId" = NEW."versionId";
    IF NOT FOUND THEN
      RAISE EXCEPTION 'only a version whose parts were put right is looked through again' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD."endedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'a look that ended is never changed' USING ERRCODE = 'check_violation';
  END IF;
  IF (NEW."id", NEW."versionId", NEW."requestedById", NEW."requestedAt")
    IS DISTINCT FROM (OLD."id", OLD."versionId", OLD."requestedById", OLD."requestedAt") THEN
    RAISE EXCEPTION 'a look stays with its version' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "PartReading_guard" BEFORE INSERT OR UPDATE ON "PartReading" FOR EACH ROW EXECUTE FUNCTION guard_part_reading();
CREATE TRIGGER "PartReading_stays" BEFORE DELETE ON "PartReading" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "PartReading_no_truncate" BEFORE TRUNCATE ON "PartReading" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What it adds waits for a person: the queue says so.
CREATE TRIGGER "PartReading_queue" AFTER UPDATE ON "PartReading" FOR EACH ROW EXECUTE FUNCTION mark_queue_by_version();
