-- What stands, worked out of what was published: of each page and each claim the latest publication, unless it was withdrawn.
-- An earlier one never comes back when the one that replaced it is withdrawn.
--
-- The views say what the rows should be; the trigger keeps the rows of one page or claim in the transaction that publishes or
-- withdraws it; `rebuild_standing` writes all of them anew. The program has no right to write these tables at all.

CREATE INDEX "Publication_subject_latest" ON "Publication"
  ((coalesce("articleId", "claimId")), "publishedAt" DESC, "id" DESC);

CREATE VIEW standing_rows AS
SELECT "subjectId", "kind", "publicationId", "publishedAt", "publisher" FROM (
  SELECT DISTINCT ON (coalesce("articleId", "claimId"))
    coalesce("articleId", "claimId") AS "subjectId", "kind", "id" AS "publicationId", "publishedAt",
    "content" #>> '{article,publisher}' AS "publisher", "withdrawnAt"
  FROM "Publication"
  ORDER BY coalesce("articleId", "claimId"), "publishedAt" DESC, "id" DESC
) latest WHERE "withdrawnAt" IS NULL;

-- The statements of any publication, whether it stands or not.
CREATE VIEW published_statement_rows AS
SELECT p."id" AS "publicationId", (statement ->> 'number')::int AS "number", p."publishedAt",
  coalesce(p."content" #>> ARRAY['posts', statement ->> 'post', 'date'], '9999-12-31')::date AS "day",
  (statement ->> 'label')::"ReaderLabel" AS "label", c."id" AS "claimId",
  statement #>> '{speaker,name}' AS "speaker", (statement #>> '{speaker,kind}')::"SpeakerKind" AS "speakerKind",
  (statement #>> '{prediction,dueFrom}')::date AS "dueFrom", (statement #>> '{prediction,dueTo}')::date AS "dueTo"
FROM "Publication" p
CROSS JOIN LATERAL jsonb_path_query(p."content", '$.statements[*]') AS statement
LEFT JOIN "Claim" c ON c."slug" = statement #>> '{claim,slug}';

CREATE VIEW standing_claim_rows AS
SELECT "claimId", max("publishedAt") AS "publishedAt", sum("appearances")::int AS "appearances" FROM (
  SELECT "subjectId" AS "claimId", "publishedAt", 0 AS "appearances" FROM "Standing" WHERE "kind" = 'CLAIM'
  UNION ALL
  SELECT "claimId", "publishedAt", 1 FROM "StandingStatement" WHERE "claimId" IS NOT NULL
) made GROUP BY "claimId";

-- A correction is told while something stands in its place, a withdrawal for ever. What was withdrawn at once is told once.
CREATE VIEW standing_change_rows AS
SELECT p."id" AS "publicationId", false AS "isWithdrawal", p."publishedAt" AS "at",
  coalesce(p."articleId", p."claimId") AS "subjectId"
FROM "Publication" p JOIN "Standing" s ON s."subjectId" = coalesce(p."articleId", p."claimId")
WHERE p."correction" IS NOT NULL
UNION ALL
SELECT "publicationId", true, "at", "subjectId" FROM (
  SELECT DISTINCT ON (coalesce("articleId", "claimId"), "withdrawnAt")
    "id" AS "publicationId", "withdrawnAt" AS "at", coalesce("articleId", "claimId") AS "subjectId"
  FROM "Publication" WHERE "withdrawnAt" IS NOT NULL
  ORDER BY coalesce("articleId", "claimId"), "withdrawnAt", "publishedAt" DESC, "id" DESC
) withdrawn;

-- One writer at a time, so that nobody works from what another is about to change. Any number, the same for all of them.
CREATE FUNCTION lock_standing() RETURNS void LANGUAGE sql AS $$ SELECT pg_advisory_xact_lock(72707371) $$;

-- As the owner of the tables, whoever publishes: their names are written out, so that no other schema can slip in its own.
CREATE FUNCTION keep_standing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
      ("publicationId", "number", "publishedAt", "day", "label", "claimId", "speaker", "speakerKind", "dueFrom", "dueTo")
    SELECT "publicationId", "number", "publishedAt", "day", "label", "claimId", "speaker", "speakerKind", "dueFrom", "dueTo"
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

CREATE TRIGGER "Publication_standing" AFTER INSERT OR UPDATE ON "Publication" FOR EACH ROW EXECUTE FUNCTION keep_standing();

-- For the owner: all rows anew. Readers see the old ones until it is done; who publishes waits for it.
CREATE FUNCTION rebuild_standing() RETURNS void LANGUAGE plpgsql AS $$
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
      ("publicationId", "number", "publishedAt", "day", "label", "claimId", "speaker", "speakerKind", "dueFrom", "dueTo")
    SELECT "publicationId", "number", s."publishedAt", "day", "label", "claimId", "speaker", "speakerKind", "dueFrom", "dueTo"
    FROM "Standing" r JOIN published_statement_rows s USING ("publicationId") WHERE r."kind" = 'ARTICLE';
  INSERT INTO "StandingClaim" ("claimId", "publishedAt", "appearances")
    SELECT "claimId", "publishedAt", "appearances" FROM standing_claim_rows;
  INSERT INTO "StandingChange" ("publicationId", "isWithdrawal", "at", "subjectId")
    SELECT "publicationId", "isWithdrawal", "at", "subjectId" FROM standing_change_rows;
  INSERT INTO "StandingTotal" ("name", "count") VALUES
    ('StandingClaim', (SELECT count(*) FROM "StandingClaim")), ('StandingChange', (SELECT count(*) FROM "StandingChange"));
END $$;

REVOKE ALL ON FUNCTION rebuild_standing() FROM PUBLIC;
REVOKE ALL ON FUNCTION keep_standing() FROM PUBLIC;

-- What was published before.
SELECT rebuild_standing();
