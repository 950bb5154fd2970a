-- What Prisma's schema can't say about passkeys.

ALTER TABLE "Passkey"
  ADD CONSTRAINT "Passkey_counter_counts" CHECK ("counter" >= 0),
  ADD CONSTRAINT "Passkey_named" CHECK (length(trim("name")) BETWEEN 1 AND 80);

ALTER TABLE "PasskeyChallenge"
  ADD CONSTRAINT "PasskeyChallenge_hash_hex" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "PasskeyChallenge_ends_later" CHECK ("expiresAt" > "createdAt");

-- A counter only goes on, and stays at 0 where a device counts nothing.
CREATE FUNCTION guard_passkey() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."counter" < OLD."counter" OR (NEW."counter" = OLD."counter" AND NEW."counter" <> 0) THEN
    RAISE EXCEPTION 'a passkey''s counter goes on' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Passkey_guard" BEFORE UPDATE ON "Passkey" FOR EACH ROW EXECUTE FUNCTION guard_passkey();
