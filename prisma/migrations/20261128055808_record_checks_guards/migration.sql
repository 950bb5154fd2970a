-- What was checked and what was signed is never changed.

CREATE TRIGGER "RecordCheck_immutable" BEFORE UPDATE OR DELETE ON "RecordCheck" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RecordCheck_no_truncate" BEFORE TRUNCATE ON "RecordCheck" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RecordHead_immutable" BEFORE UPDATE OR DELETE ON "RecordHead" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RecordHead_no_truncate" BEFORE TRUNCATE ON "RecordHead" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

