-- What became of a promise rests on evidence; where it can't be told, on a reason.
ALTER TABLE "Outcome"
  ADD CONSTRAINT "Outcome_rests_on_something" CHECK (CASE "result"
    WHEN 'UNRESOLVABLE' THEN "note" IS NOT NULL
    ELSE "quote" IS NOT NULL AND "saidAt" IS NOT NULL AND "publisher" IS NOT NULL END);

-- It stands on a promise, and changes only while its review is written: what was handed in or published keeps what it says.
CREATE FUNCTION guard_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  statement uuid := CASE TG_OP WHEN 'DELETE' THEN OLD."statementId" ELSE NEW."statementId" END;
BEGIN
  PERFORM 1 FROM "Statement" s JOIN "Review" r ON r."id" = s."reviewId"
  WHERE s."id" = statement AND r."state" IN ('DRAFT', 'RETURNED');
  IF NOT FOUND THEN
    RAISE EXCEPTION 'an outcome changes only while its review is written' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'INSERT' THEN
    PERFORM 1 FROM "Prediction" p WHERE p."statementId" = statement;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'an outcome stands on a promise' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  RETURN OLD;
END $$;

CREATE TRIGGER "Outcome_guard" BEFORE INSERT OR DELETE ON "Outcome" FOR EACH ROW EXECUTE FUNCTION guard_outcome();
CREATE TRIGGER "Outcome_immutable" BEFORE UPDATE ON "Outcome" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Outcome_no_truncate" BEFORE TRUNCATE ON "Outcome" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Promises that wait for an outcome, by the day on which they fell due: what the desk asks first.
CREATE INDEX "StandingStatement_waits" ON "StandingStatement" ("dueTo", "publicationId", "number")
  WHERE "outcome" IS NULL AND "dueTo" IS NOT NULL;

-- What stands says what became of a promise.
CREATE OR REPLACE VIEW published_statement_rows AS
SELECT p."id" AS "publicationId", (statement ->> 'number')::int AS "number", p."publishedAt",
  coalesce(p."content" #>> ARRAY['posts', statement ->> 'post', 'date'], '9999-12-31')::date AS "day",
  (statement ->> 'label')::"ReaderLabel" AS "label", c."id" AS "claimId",
  statement #>> '{speaker,name}' AS "speaker", (statement #>> '{speaker,kind}')::"SpeakerKind" AS "speakerKind",
  (statement #>> '{prediction,dueFrom}')::date AS "dueFrom", (statement #>> '{prediction,dueTo}')::date AS "dueTo",
  (statement #>> '{prediction,outcome,result}')::"OutcomeResult" AS "outcome"
FROM "Publication" p
CROSS JOIN LATERAL jsonb_path_query(p."content", '$.statements[*]') AS statement
LEFT JOIN "Claim" c ON c."slug" = statement #>> '{claim,slug}';

CREATE OR REPLACE FUNCTION keep_standing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  subject uuid := coalesce(NEW."articleId", NEW."claimId");
  touched uuid[];
  claims int;
  changes int;
  n int;
BEGIN
  PERFORM lock_standing();
  SELECT array_agg(DISTINCT s."claimId") INTO touched
  FROM "Standing" r JOIN "StandingStatement" s USING ("publicationId")
  WHERE r."subjectId" = subject AND s."claimId" IS NOT NULL;

  DELETE FROM "StandingStatement" WHERE "publicationId" IN (SELECT "publicationId" FROM "Standing" WHERE "subjectId" = subject);
  DELETE FROM "Standing" WHERE "subjectId" = subject;
  INSERT INTO "Standing" ("subjectId", "kind", "publicationId", "publishedAt", "publisher")
    SELECT "subjectId", "kind", "publicationId", "publishedAt", "publisher" FROM standing_rows WHERE "subjectId" = subject;
  INSERT INTO "StandingStatement"
      ("publicationId", "number", "publishedAt", "day", "label", "claimId", "speaker", "speakerKind", "dueFrom", "dueTo", "outcome")
    SELECT "publicationId", "number", "publishedAt", "day", "label", "claimId", "speaker", "speakerKind", "dueFrom", "dueTo",
      "outcome"
    FROM published_statement_rows
    WHERE "publicationId" = (SELECT "publicationId" FROM "Standing" WHERE "subjectId" = subject AND "kind" = 'ARTICLE');

  SELECT array_agg(DISTINCT one) INTO touched FROM (
    SELECT unnest(touched) AS one
    UNION SELECT NEW."claimId" WHERE NEW."claimId" IS NOT NULL
    UNION SELECT s."claimId" FROM "Standing" r JOIN "StandingStatement" s USING ("publicationId")
          WHERE r."subjectId" = subject AND s."claimId" IS NOT NULL
  ) both_sides;
  DELETE FROM "StandingClaim" WHERE "claimId" = ANY (touched);
  GET DIAGNOSTICS n = ROW_COUNT;
  claims := -n;
  INSERT INTO "StandingClaim" ("claimId", "publishedAt", "appearances")
    SELECT "claimId", "publishedAt", "appearances" FROM standing_claim_rows WHERE "claimId" = ANY (touched);
  GET DIAGNOSTICS n = ROW_COUNT;
  claims := claims + n;

  DELETE FROM "StandingChange" WHERE "subjectId" = subject;
  GET DIAGNOSTICS n = ROW_COUNT;
  changes := -n;
  INSERT INTO "StandingChange" ("publicationId", "isWithdrawal", "at", "subjectId")
    SELECT "publicationId", "isWithdrawal", "at", "subjectId" FROM standing_change_rows WHERE "subjectId" = subject;
  GET DIAGNOSTICS n = ROW_COUNT;
  changes := changes + n;

  UPDATE "StandingTotal" SET "count" = "count" + claims WHERE "name" = 'StandingClaim' AND claims <> 0;
  UPDATE "StandingTotal" SET "count" = "count" + changes WHERE "name" = 'StandingChange' AND changes <> 0;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION rebuild_standing() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM lock_standing();
  DELETE FROM "Standing";
  DELETE FROM "StandingStatement";
  DELETE FROM "StandingClaim";
  DELETE FROM "StandingChange";
  DELETE FROM "StandingTotal";
  INSERT INTO "Standing" ("subjectId", "kind", "publicationId", "publishedAt", "publisher")
    SELECT "subjectId", "kind", "publicationId", "publishedAt", "publisher" FROM standing_rows;
  INSERT INTO "StandingStatement"
      ("publicationId", "number", "publishedAt", "day", "label", "claimId", "speaker", "speakerKind", "dueFrom", "dueTo", "outcome")
    SELECT "publicationId", "number", s."publishedAt", "day", "label", "claimId", "speaker", "speakerKind", "dueFrom", "dueTo",
      "outcome"
    FROM "Standing" r JOIN published_statement_rows s USING ("publicationId") WHERE r."kind" = 'ARTICLE';
  INSERT INTO "StandingClaim" ("claimId", "publishedAt", "appearances")
    SELECT "claimId", "publishedAt", "appearances" FROM standing_claim_rows;
  INSERT INTO "StandingChange" ("publicationId", "isWithdrawal", "at", "subjectId")
    SELECT "publicationId", "isWithdrawal", "at", "subjectId" FROM standing_change_rows;
  INSERT INTO "StandingTotal" ("name", "count") VALUES
    ('StandingClaim', (SELECT count(*) FROM "StandingClaim")), ('StandingChange', (SELECT count(*) FROM "StandingChange"));
END $$;
