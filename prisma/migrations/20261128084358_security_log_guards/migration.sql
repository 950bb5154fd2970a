-- What concerned security is never changed, and is kept for thirty days at least: nobody wipes what they just did.

CREATE FUNCTION guard_security_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."at" > now() - interval '30 days' THEN
    RAISE EXCEPTION 'a security event is kept for thirty days' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN OLD;
END $$;

CREATE TRIGGER "SecurityEvent_immutable" BEFORE UPDATE ON "SecurityEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "SecurityEvent_kept" BEFORE DELETE ON "SecurityEvent" FOR EACH ROW EXECUTE FUNCTION guard_security_event();
CREATE TRIGGER "SecurityEvent_no_truncate" BEFORE TRUNCATE ON "SecurityEvent" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "SecurityEvent"
  ADD CONSTRAINT "SecurityEvent_kind" CHECK (length("kind") BETWEEN 1 AND 40),
  ADD CONSTRAINT "SecurityEvent_detail" CHECK (length("detail") BETWEEN 1 AND 80);
