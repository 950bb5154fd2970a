-- A language model is asked about a claim, or about a version for statements that were missed; what it proposes of those stands in a file of marks.
ALTER TABLE "ModelRequest"
  ADD CONSTRAINT "ModelRequest_about_one" CHECK (
    num_nonnulls("claimId", "versionId") = 1 AND ("use" = 'STATEMENTS') = ("versionId" IS NOT NULL));
ALTER TABLE "MarkFile"
  ADD CONSTRAINT "MarkFile_proposed_by_a_model" CHECK (("tool" = 'LANGUAGE_MODEL') = ("requestId" IS NOT NULL));

CREATE OR REPLACE FUNCTION guard_model_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF ROW(NEW."id", NEW."at", NEW."askedById", NEW."use", NEW."claimId", NEW."versionId", NEW."model", NEW."prompt", NEW."currency")
    IS DISTINCT FROM ROW(OLD."id", OLD."at", OLD."askedById", OLD."use", OLD."claimId", OLD."versionId", OLD."model", OLD."prompt", OLD."currency") THEN
    RAISE EXCEPTION 'what a language model was asked is written once' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD."outcome" <> 'ASKED' THEN
    RAISE EXCEPTION 'a request that has ended is never changed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
