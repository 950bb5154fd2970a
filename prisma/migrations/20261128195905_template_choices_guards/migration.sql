-- A choice names a template whole, or none, and is bounded.
ALTER TABLE "TemplateChoice"
  ADD CONSTRAINT "TemplateChoice_whole" CHECK (("key" IS NULL) = ("words" IS NULL)),
  ADD CONSTRAINT "TemplateChoice_bounded" CHECK (length("key") BETWEEN 1 AND 300 AND length("words") <= 1000);

-- It stands on a promise, and changes only while its review is written: what was handed in or published keeps what it says.
CREATE FUNCTION guard_template_choice() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  statement uuid := CASE TG_OP WHEN 'DELETE' THEN OLD."statementId" ELSE NEW."statementId" END;
BEGIN
  PERFORM 1 FROM "Statement" s JOIN "Review" r ON r."id" = s."reviewId"
  WHERE s."id" = statement AND r."state" IN ('DRAFT', 'RETURNED');
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the template of a promise is chosen only while its review is written' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'INSERT' THEN
    PERFORM 1 FROM "Prediction" p WHERE p."statementId" = statement;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'a template is chosen for a promise' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  RETURN OLD;
END $$;

CREATE TRIGGER "TemplateChoice_guard" BEFORE INSERT OR DELETE ON "TemplateChoice" FOR EACH ROW EXECUTE FUNCTION guard_template_choice();
CREATE TRIGGER "TemplateChoice_immutable" BEFORE UPDATE ON "TemplateChoice" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "TemplateChoice_no_truncate" BEFORE TRUNCATE ON "TemplateChoice" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
