-- What a claim is known by is kept by the database itself, whoever writes a claim or joins a statement. Its keys come from the
-- program: a row waits for them with "isKeyed" false.

-- The longest text that is compared, in characters; no statement of a page is longer.
CREATE FUNCTION wording_key(said text, day date, own boolean) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT md5(search_fold(left(said, 2000)) || CASE WHEN own THEN ' of the claim' ELSE coalesce(day::text, '') END)
$$;

-- The day that words of time in a statement are read at.
CREATE FUNCTION statement_day(post uuid, version uuid) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT "date" FROM "Post" WHERE "id" = post), (SELECT "postedAt" FROM "ArticleVersion" WHERE "id" = version))
$$;

-- A row that is there is locked, so that nobody takes it away meanwhile; one that waits to be looked at again goes on waiting.
CREATE FUNCTION keep_wording(claim uuid, said text, day date) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF btrim(search_fold(said)) = '' THEN RETURN; END IF;
  INSERT INTO "ClaimWording" ("claimId", "text", "day", "isOwn", "words", "keys")
    VALUES (claim, left(said, 2000), day, false, wording_key(said, day, false), '{}')
    ON CONFLICT ("claimId", "words") DO UPDATE SET "isKeyed" = false WHERE false;
  -- A claim speaks of the day on which it was made first.
  UPDATE "ClaimWording" SET "day" = keep_wording.day, "isKeyed" = false
    WHERE "claimId" = claim AND "isOwn" AND "ClaimWording"."day" > keep_wording.day;
END $$;

CREATE FUNCTION keep_claim_wording() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  first date := NEW."createdAt"::date;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    SELECT least(first, min(statement_day(s."postId", s."versionId"))) INTO first
      FROM "Statement" s WHERE s."claimId" = NEW."id" AND s."removedAt" IS NULL;
    UPDATE "ClaimWording" SET "text" = left(NEW."wording", 2000), "day" = first, "isKeyed" = false,
      "words" = wording_key(NEW."wording", NULL, true) WHERE "claimId" = NEW."id" AND "isOwn";
    IF FOUND THEN RETURN NULL; END IF;
  END IF;
  IF btrim(search_fold(NEW."wording")) <> '' THEN
    INSERT INTO "ClaimWording" ("claimId", "text", "day", "isOwn", "words", "keys")
      VALUES (NEW."id", left(NEW."wording", 2000), first, true, wording_key(NEW."wording", NULL, true), '{}');
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "Claim_wording_added" AFTER INSERT ON "Claim" FOR EACH ROW EXECUTE FUNCTION keep_claim_wording();
CREATE TRIGGER "Claim_wording_changed" AFTER UPDATE OF "wording" ON "Claim" FOR EACH ROW
  WHEN (OLD."wording" IS DISTINCT FROM NEW."wording") EXECUTE FUNCTION keep_claim_wording();

-- Always in one order, so that reviews that are copied at the same time don't block each other.
CREATE FUNCTION keep_joined_wordings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM keep_wording(one."claimId", one."exact", one.day) FROM (
    SELECT DISTINCT "claimId", "exact", statement_day("postId", "versionId") AS day FROM added
    WHERE "claimId" IS NOT NULL AND "removedAt" IS NULL
    ORDER BY "claimId", "exact", day
  ) one;
  RETURN NULL;
END $$;

CREATE TRIGGER "Statement_wordings_added" AFTER INSERT ON "Statement" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION keep_joined_wordings();

-- What a statement was joined to is looked at again: other statements may say the same in the same words.
CREATE FUNCTION keep_changed_wording() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  joined boolean := NEW."claimId" IS NOT NULL AND NEW."removedAt" IS NULL;
  first boolean := joined AND coalesce(NEW."claimId" < OLD."claimId", false);
BEGIN
  IF first THEN PERFORM keep_wording(NEW."claimId", NEW."exact", statement_day(NEW."postId", NEW."versionId")); END IF;
  IF OLD."claimId" IS NOT NULL AND OLD."removedAt" IS NULL THEN
    UPDATE "ClaimWording" SET "isKeyed" = false WHERE "claimId" = OLD."claimId"
      AND "words" = wording_key(OLD."exact", statement_day(OLD."postId", OLD."versionId"), false);
  END IF;
  IF joined AND NOT first THEN
    PERFORM keep_wording(NEW."claimId", NEW."exact", statement_day(NEW."postId", NEW."versionId"));
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "Statement_wording_changed" AFTER UPDATE OF "claimId", "exact", "removedAt" ON "Statement" FOR EACH ROW
  WHEN ((OLD."claimId", OLD."exact", OLD."removedAt") IS DISTINCT FROM (NEW."claimId", NEW."exact", NEW."removedAt")
    AND (OLD."claimId" IS NOT NULL OR NEW."claimId" IS NOT NULL))
  EXECUTE FUNCTION keep_changed_wording();

-- Whether the latest review of some page still joins these words to the claim.
CREATE FUNCTION wording_stands(wording "ClaimWording") RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT wording."isOwn" OR EXISTS (
    SELECT 1 FROM "Statement" s JOIN "Review" r ON r."id" = s."reviewId"
    WHERE s."claimId" = wording."claimId" AND s."removedAt" IS NULL AND left(s."exact", 2000) = wording."text"
      AND statement_day(s."postId", s."versionId") IS NOT DISTINCT FROM wording."day"
      AND NOT EXISTS (SELECT 1 FROM "Review" later WHERE later."versionId" = r."versionId" AND later."createdAt" > r."createdAt"))
$$;

-- The program may take away what stands no more, and nothing else.
CREATE FUNCTION guard_wording() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF wording_stands(OLD) THEN
      RAISE EXCEPTION 'a wording is taken away only once nothing joins it' USING ERRCODE = 'check_violation';
    END IF;
    RETURN OLD;
  END IF;
  IF array_position(NEW."keys", NULL) IS NOT NULL OR cardinality(NEW."keys") > 600 THEN
    RAISE EXCEPTION 'a wording has up to 600 keys' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "ClaimWording_guard" BEFORE INSERT OR UPDATE OR DELETE ON "ClaimWording" FOR EACH ROW EXECUTE FUNCTION guard_wording();
CREATE UNIQUE INDEX "ClaimWording_own" ON "ClaimWording" ("claimId") WHERE "isOwn";
CREATE INDEX "ClaimWording_waits" ON "ClaimWording" ("id") WHERE NOT "isKeyed";
-- What is asked must not wait for what was written lately.
ALTER INDEX "ClaimWording_keys_idx" SET (fastupdate = off);

-- A match is decided in the review of its own page, once at a time; a decision is only taken back.
CREATE TRIGGER "MatchDecision_guard" BEFORE INSERT OR UPDATE ON "MatchDecision" FOR EACH ROW EXECUTE FUNCTION guard_decision();
CREATE TRIGGER "MatchDecision_kept" BEFORE DELETE ON "MatchDecision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "MatchDecision_no_truncate" BEFORE TRUNCATE ON "MatchDecision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE UNIQUE INDEX "MatchDecision_one_standing" ON "MatchDecision" ("suggestionId", "reviewId") WHERE "undoneAt" IS NULL;
-- What a claim's desk lists.
CREATE INDEX "Suggestion_matched" ON "Suggestion" ("matchedClaimId", "id") WHERE "matchedClaimId" IS NOT NULL;

-- Those that are there already.
INSERT INTO "ClaimWording" ("claimId", "text", "day", "isOwn", "words", "keys")
  SELECT c."id", left(c."wording", 2000),
    least(c."createdAt"::date, (SELECT min(statement_day(s."postId", s."versionId")) FROM "Statement" s
      WHERE s."claimId" = c."id" AND s."removedAt" IS NULL)),
    true, wording_key(c."wording", NULL, true), '{}'
  FROM "Claim" c WHERE btrim(search_fold(c."wording")) <> '';
SELECT keep_wording("claimId", "exact", statement_day("postId", "versionId")) FROM "Statement"
  WHERE "claimId" IS NOT NULL AND "removedAt" IS NULL;
