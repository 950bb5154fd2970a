-- A correction says something, is bounded, and is never changed.

ALTER TABLE "FactCorrection"
  ADD CONSTRAINT "FactCorrection_bounded" CHECK (length("said") <= 4000 AND length("reads") <= 500 AND length("reason") <= 500),
  ADD CONSTRAINT "FactCorrection_day" CHECK ("fact" <> 'DATE' OR "reads" IS NULL OR "reads" ~ '^\d{4}-\d\d-\d\d$');

CREATE TRIGGER "FactCorrection_immutable" BEFORE UPDATE OR DELETE ON "FactCorrection" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "FactCorrection_no_truncate" BEFORE TRUNCATE ON "FactCorrection" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
