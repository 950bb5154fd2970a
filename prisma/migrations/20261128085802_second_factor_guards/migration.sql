-- What Prisma's schema can't say about second factors.

ALTER TABLE "SignInStep"
  ADD CONSTRAINT "SignInStep_hash_hex" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "SignInStep_ends_later" CHECK ("expiresAt" > "createdAt");

ALTER TABLE "RecoveryCode"
  ADD CONSTRAINT "RecoveryCode_start_plain" CHECK ("start" ~ '^[0-9a-z]{4}$'),
  ADD CONSTRAINT "RecoveryCode_hashed" CHECK ("hash" LIKE '$argon2id$%');

-- A secret is never stored as it is: what is sealed begins with the number of its form.
ALTER TABLE "Authenticator"
  ADD CONSTRAINT "Authenticator_sealed" CHECK ("secret" ~ '^1\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$');

-- A code that was taken stays taken, and the time step of the last one only goes on while the secret is the same.
CREATE FUNCTION guard_recovery_code() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'usedAt' IS DISTINCT FROM to_jsonb(OLD) - 'usedAt'
     OR (OLD."usedAt" IS NOT NULL AND NEW."usedAt" IS DISTINCT FROM OLD."usedAt") THEN
    RAISE EXCEPTION 'a recovery code is used once, and never changed otherwise' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "RecoveryCode_guard" BEFORE UPDATE ON "RecoveryCode" FOR EACH ROW EXECUTE FUNCTION guard_recovery_code();

CREATE FUNCTION guard_authenticator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."secret" = OLD."secret" AND OLD."lastStep" IS NOT NULL AND (NEW."lastStep" IS NULL OR NEW."lastStep" <= OLD."lastStep") THEN
    RAISE EXCEPTION 'a code of an authenticator is taken once' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Authenticator_guard" BEFORE UPDATE ON "Authenticator" FOR EACH ROW EXECUTE FUNCTION guard_authenticator();
