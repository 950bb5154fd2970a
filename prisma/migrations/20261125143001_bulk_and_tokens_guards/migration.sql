-- What Prisma's schema can't say about pages that are given in bulk, and about the tokens of programs.

-- Whoever gives the bytes of a page may say when they were fetched, without an address too.
ALTER TABLE "Import"
  DROP CONSTRAINT "Import_fetched_whole",
  ADD CONSTRAINT "Import_fetched_whole" CHECK (
    "fetchedAt" IS NULL OR ("snapshotSha256" IS NOT NULL AND ("way" = 'GIVEN' OR "finalUrl" IS NOT NULL))),
  ADD CONSTRAINT "Import_key_of_token" CHECK ("idempotencyKey" IS NULL OR "apiTokenId" IS NOT NULL);

ALTER TABLE "ApiToken"
  ADD CONSTRAINT "ApiToken_hash_hex" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "ApiToken_ends_later" CHECK ("expiresAt" > "createdAt");

-- A token is used, and revoked once; nothing else of it ever changes, and its row stays.
CREATE FUNCTION guard_api_token() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'lastUsedAt' - 'revokedAt' IS DISTINCT FROM to_jsonb(OLD) - 'lastUsedAt' - 'revokedAt'
     OR (OLD."revokedAt" IS NOT NULL AND NEW."revokedAt" IS DISTINCT FROM OLD."revokedAt") THEN
    RAISE EXCEPTION 'a token is revoked once, and never changed otherwise' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "ApiToken_guard" BEFORE UPDATE ON "ApiToken" FOR EACH ROW EXECUTE FUNCTION guard_api_token();
CREATE TRIGGER "ApiToken_kept" BEFORE DELETE ON "ApiToken" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ApiToken_no_truncate" BEFORE TRUNCATE ON "ApiToken" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
