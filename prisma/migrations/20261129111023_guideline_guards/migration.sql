-- The guideline's versions follow one another without a gap, and are never changed: what was judged by one can always be read.
ALTER TABLE "GuidelineVersion"
  ADD CONSTRAINT "GuidelineVersion_bounded" CHECK (length("text") BETWEEN 1 AND 60000 AND length("note") BETWEEN 1 AND 500
    AND "codes" IS NOT NULL AND cardinality("codes") <= 16),
  ADD CONSTRAINT "GuidelineVersion_brings_back_earlier" CHECK ("broughtBack" BETWEEN 1 AND "number" - 1);

CREATE FUNCTION guard_guideline() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."number" <> (SELECT coalesce(max("number"), 0) + 1 FROM "GuidelineVersion") THEN
    RAISE EXCEPTION 'a version of the guideline follows the last one' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "GuidelineVersion_guard" BEFORE INSERT ON "GuidelineVersion" FOR EACH ROW EXECUTE FUNCTION guard_guideline();
CREATE TRIGGER "GuidelineVersion_kept" BEFORE UPDATE OR DELETE ON "GuidelineVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "GuidelineVersion_no_truncate" BEFORE TRUNCATE ON "GuidelineVersion" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
