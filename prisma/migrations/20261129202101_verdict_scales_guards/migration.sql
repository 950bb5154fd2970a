-- The scale's versions follow one another without a gap from 2, and are never changed: what a verdict was given by can always be read.
ALTER TABLE "VerdictScale"
  ADD CONSTRAINT "VerdictScale_bounded" CHECK (jsonb_typeof("codes") = 'array' AND jsonb_array_length("codes") BETWEEN 2 AND 12
    AND jsonb_typeof("former") = 'array' AND jsonb_array_length("former") <= 48 AND length("note") BETWEEN 1 AND 500
    AND length("codes"::text) + length("former"::text) <= 200000),
  ADD CONSTRAINT "VerdictScale_brings_back_earlier" CHECK ("broughtBack" BETWEEN 1 AND "number" - 1);
ALTER TABLE "Verdict"
  ADD CONSTRAINT "Verdict_code_shape" CHECK ("code" ~ '^[A-Z][A-Z0-9_]{1,39}$' AND "code" <> 'NO_VERDICT'),
  ADD CONSTRAINT "Verdict_given_object" CHECK (jsonb_typeof("given") = 'object' AND length("given"::text) <= 4000);

CREATE FUNCTION guard_verdict_scale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."number" <> (SELECT coalesce(max("number"), 1) + 1 FROM "VerdictScale") THEN
    RAISE EXCEPTION 'a version of the scale of verdicts follows the last one' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "VerdictScale_guard" BEFORE INSERT ON "VerdictScale" FOR EACH ROW EXECUTE FUNCTION guard_verdict_scale();
CREATE TRIGGER "VerdictScale_kept" BEFORE UPDATE OR DELETE ON "VerdictScale" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "VerdictScale_no_truncate" BEFORE TRUNCATE ON "VerdictScale" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
