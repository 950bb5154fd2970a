-- Up to `most` publishers of pages that stand and make a claim, or one that was joined with it; without capitals.
CREATE FUNCTION claim_outlets(root uuid, most int) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  outlets text[] := '{}';
  outlet text;
BEGIN
  WHILE cardinality(outlets) < most LOOP
    SELECT lower(r."publisher") INTO outlet
    FROM "Claim" m JOIN "StandingStatement" s ON s."claimId" = m."id" JOIN "Standing" r ON r."publicationId" = s."publicationId"
    WHERE m."rootId" = root AND r."publisher" IS NOT NULL AND NOT lower(r."publisher") = ANY (outlets) LIMIT 1;
    EXIT WHEN NOT FOUND;
    outlets := outlets || outlet;
  END LOOP;
  RETURN outlets;
END $$;

-- Pages in work that make a claim: how many carry it is a reason of their urgency.
CREATE FUNCTION mark_queue_of_claims(root uuid) RETURNS void LANGUAGE sql AS $$
  SELECT mark_queue(q."subjectId") FROM "QueueItem" q
  WHERE q."place" IN ('OPEN', 'HELD', 'SUBMITTED')
    AND q."facets" && ARRAY(SELECT 'claim:' || m."id" FROM "Claim" m WHERE m."rootId" = root)
$$;

-- Only where it may become many, or stop being: three others, with the page's own or without it (lib/domain/queue-priority.ts).
CREATE FUNCTION mark_queue_of_outlets() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  root uuid := (SELECT c."rootId" FROM "Claim" c WHERE c."id" = coalesce(NEW."claimId", OLD."claimId"));
BEGIN
  IF root IS NOT NULL AND cardinality(claim_outlets(root, 5)) BETWEEN 2 AND 4 THEN
    PERFORM mark_queue_of_claims(root);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "StandingStatement_queue" AFTER INSERT OR DELETE ON "StandingStatement" FOR EACH ROW EXECUTE FUNCTION mark_queue_of_outlets();

-- Claims that are joined or parted are carried by others than before.
CREATE FUNCTION mark_queue_of_roots() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_queue_of_claims(OLD."rootId"), mark_queue_of_claims(NEW."rootId");
  RETURN NULL;
END $$;
CREATE TRIGGER "Claim_outlets" AFTER UPDATE ON "Claim" FOR EACH ROW
  WHEN (OLD."rootId" IS DISTINCT FROM NEW."rootId") EXECUTE FUNCTION mark_queue_of_roots();

-- Those in work: the worker works them out.
INSERT INTO "QueueMark" ("transactionId", "subjectId")
  SELECT DISTINCT 0, "subjectId" FROM "QueueItem" WHERE "place" IN ('OPEN', 'HELD', 'SUBMITTED')
ON CONFLICT DO NOTHING;
