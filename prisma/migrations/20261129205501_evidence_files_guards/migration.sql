-- What stands behind evidence is at an address, or a file that says where it came from, or neither.
ALTER TABLE "Evidence"
  ADD CONSTRAINT "Evidence_file_whole" CHECK (num_nonnulls("fileSha256", "fileName", "fileType", "cameFrom") IN (0, 4)),
  ADD CONSTRAINT "Evidence_file_or_address" CHECK ("fileSha256" IS NULL OR "url" IS NULL),
  ADD CONSTRAINT "Evidence_file_bounded" CHECK (length("fileName") BETWEEN 1 AND 300 AND length("cameFrom") BETWEEN 1 AND 300
    AND "fileType" IN ('application/pdf', 'text/html', 'text/plain'));

-- A page was found somewhere; a file is here.
ALTER TABLE "EvidenceCopy" DROP CONSTRAINT "EvidenceCopy_whole";
ALTER TABLE "EvidenceCopy"
  ADD CONSTRAINT "EvidenceCopy_whole" CHECK (CASE
    WHEN "snapshotSha256" IS NOT NULL THEN "endedAt" IS NOT NULL AND num_nonnulls("finalUrl", "status") IN (0, 2)
      AND "mediaType" IS NOT NULL AND "quote" IS NOT NULL AND "message" IS NULL
    ELSE num_nonnulls("finalUrl", "status", "mediaType", "quote") = 0 AND ("endedAt" IS NULL OR "message" IS NOT NULL) END);

CREATE OR REPLACE FUNCTION guard_evidence_copy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM 1 FROM "Evidence" e
      WHERE e."id" = NEW."evidenceId" AND (e."url" IS NOT NULL OR e."fileSha256" IS NOT NULL) AND e."removedAt" IS NULL;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'a copy is kept of evidence that stands and has an address or a file' USING ERRCODE = 'check_violation';
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
  IF NEW."snapshotSha256" IS NOT NULL THEN
    PERFORM 1 FROM "Evidence" e WHERE e."id" = NEW."evidenceId"
      AND (e."url" IS NULL) = (NEW."finalUrl" IS NULL) AND (e."fileSha256" IS NULL OR e."fileSha256" = NEW."snapshotSha256");
    IF NOT FOUND THEN
      RAISE EXCEPTION 'a copy is of the page at the address, or the file itself' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
