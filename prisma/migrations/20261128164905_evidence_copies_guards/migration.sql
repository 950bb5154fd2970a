-- A copy that was kept is whole; one that ended without says why; one that waits holds nothing yet.
ALTER TABLE "EvidenceCopy"
  ADD CONSTRAINT "EvidenceCopy_whole" CHECK (CASE
    WHEN "snapshotSha256" IS NOT NULL THEN "endedAt" IS NOT NULL AND "finalUrl" IS NOT NULL AND "status" IS NOT NULL
      AND "mediaType" IS NOT NULL AND "quote" IS NOT NULL AND "message" IS NULL
    ELSE num_nonnulls("finalUrl", "status", "mediaType", "quote") = 0 AND ("endedAt" IS NULL OR "message" IS NOT NULL) END);

-- A page is fetched for one piece of evidence once at a time.
CREATE UNIQUE INDEX "EvidenceCopy_one_waits" ON "EvidenceCopy" ("evidenceId") WHERE "endedAt" IS NULL;

CREATE FUNCTION guard_evidence_copy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM 1 FROM "Evidence" e WHERE e."id" = NEW."evidenceId" AND e."url" IS NOT NULL AND e."removedAt" IS NULL;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'a copy is kept of evidence that stands and has an address' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD."endedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'a copy that ended is never changed' USING ERRCODE = 'check_violation';
  END IF;
  IF (NEW."id", NEW."evidenceId", NEW."requestedById", NEW."requestedAt")
    IS DISTINCT FROM (OLD."id", OLD."evidenceId", OLD."requestedById", OLD."requestedAt") THEN
    RAISE EXCEPTION 'a copy stays with its evidence' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "EvidenceCopy_guard" BEFORE INSERT OR UPDATE ON "EvidenceCopy" FOR EACH ROW EXECUTE FUNCTION guard_evidence_copy();
CREATE TRIGGER "EvidenceCopy_stays" BEFORE DELETE ON "EvidenceCopy" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "EvidenceCopy_no_truncate" BEFORE TRUNCATE ON "EvidenceCopy" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
