-- What is likely wrongly joined, and what was likely missed. A wording is looked over once by each judge, and again once it says something else or
-- its claim is merged or parted: the database keeps what waits, whoever writes.

ALTER TABLE "WordingLook"
  ADD CONSTRAINT "WordingLook_bounded" CHECK (length("model") <= 100);

CREATE FUNCTION keep_look() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "WordingLook" ("wordingId") VALUES (NEW."id");
  RETURN NULL;
END $$;
CREATE TRIGGER "ClaimWording_look_added" AFTER INSERT ON "ClaimWording" FOR EACH ROW EXECUTE FUNCTION keep_look();

CREATE FUNCTION keep_reworded_look() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "WordingLook" SET "model" = '', "turn" = "turn" + 1 WHERE "wordingId" = NEW."id";
  UPDATE "Doubt" SET "state" = 'GONE', "closedAt" = now(), "revision" = "revision" + 1
    WHERE "state" = 'OPEN' AND ("wordingId" = NEW."id" OR "otherWordingId" = NEW."id");
  RETURN NULL;
END $$;
CREATE TRIGGER "ClaimWording_look_reworded" AFTER UPDATE ON "ClaimWording" FOR EACH ROW
  WHEN ((OLD."text", OLD."day") IS DISTINCT FROM (NEW."text", NEW."day")) EXECUTE FUNCTION keep_reworded_look();

-- With the claim's own wording the others are looked over too: see the program.
CREATE FUNCTION keep_moved_look() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "WordingLook" SET "model" = '', "turn" = "turn" + 1
    WHERE "wordingId" IN (SELECT "id" FROM "ClaimWording" WHERE "claimId" = NEW."id" AND "isOwn");
  RETURN NULL;
END $$;
CREATE TRIGGER "Claim_look_moved" AFTER UPDATE ON "Claim" FOR EACH ROW
  WHEN (OLD."rootId" IS DISTINCT FROM NEW."rootId") EXECUTE FUNCTION keep_moved_look();

ALTER TABLE "Doubt"
  ADD CONSTRAINT "Doubt_bounded" CHECK (length("text") BETWEEN 1 AND 2000 AND length("otherText") BETWEEN 1 AND 2000
    AND length("reason") <= 500 AND jsonb_typeof("reasons") = 'array' AND length("model") <= 100 AND length("name") = 32),
  ADD CONSTRAINT "Doubt_likely" CHECK ("score" BETWEEN 0 AND 1),
  ADD CONSTRAINT "Doubt_relation" CHECK ("relation" IN ('SAME', 'TEMPLATE', 'CONTRADICTION', 'SIMILAR', 'DIFFERENT')),
  ADD CONSTRAINT "Doubt_closed_once" CHECK (("state" = 'OPEN') = ("closedAt" IS NULL)
    AND ("state" = 'OPEN' OR "state" = 'GONE') = ("closedById" IS NULL) AND ("closedById" IS NULL) = ("reason" IS NULL)),
  ADD CONSTRAINT "Doubt_in_order" CHECK ("kind" <> 'MISSED' OR "claimId" < "otherClaimId");

-- A wording that goes takes the open doubt with it; what a person said of it stays.
CREATE FUNCTION guard_doubt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."state" <> 'OPEN' THEN
      RAISE EXCEPTION 'a new doubt is open' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW."id", NEW."kind", NEW."name", NEW."claimId", NEW."otherClaimId")
    IS DISTINCT FROM (OLD."id", OLD."kind", OLD."name", OLD."claimId", OLD."otherClaimId") THEN
    RAISE EXCEPTION 'a doubt is always about the same claims' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."state" = 'OPEN' AND (NEW."wordingId" IS NULL OR NEW."otherWordingId" IS NULL) THEN
    NEW."state" := 'GONE';
    NEW."closedAt" := now();
    NEW."revision" := OLD."revision" + 1;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Doubt_guard" BEFORE INSERT OR UPDATE ON "Doubt" FOR EACH ROW EXECUTE FUNCTION guard_doubt();
CREATE TRIGGER "Doubt_kept" BEFORE DELETE ON "Doubt" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Doubt_no_truncate" BEFORE TRUNCATE ON "Doubt" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What is doubted is listed once: a pair of claims, and what is joined to one.
CREATE UNIQUE INDEX "Doubt_missed_once" ON "Doubt" ("claimId", "otherClaimId") WHERE "state" = 'OPEN' AND "kind" = 'MISSED';
CREATE UNIQUE INDEX "Doubt_wrong_once" ON "Doubt" ("wordingId") WHERE "state" = 'OPEN' AND "kind" = 'WRONGLY_JOINED';
CREATE INDEX "Doubt_open" ON "Doubt" ("kind", "foundAt", "id") WHERE "state" = 'OPEN';
CREATE INDEX "Doubt_dismissed" ON "Doubt" ("closedAt", "id") WHERE "state" = 'DISMISSED';

-- Those that are there already wait.
INSERT INTO "WordingLook" ("wordingId") SELECT "id" FROM "ClaimWording";
