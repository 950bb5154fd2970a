-- What people said of the work stays; what an act changed is told once, and only taken back.
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_dueAt_sane" CHECK ("dueAt" > '2000-01-01' AND "dueAt" < '9999-01-01');
CREATE TRIGGER "Assignment_kept" BEFORE DELETE ON "Assignment" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Assignment_no_truncate" BEFORE TRUNCATE ON "Assignment" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE FUNCTION guard_queue_act() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'undoneAt' IS DISTINCT FROM to_jsonb(OLD) - 'undoneAt' OR OLD."undoneAt" IS NOT NULL THEN
    RAISE EXCEPTION 'an act on the queue is only undone, once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "QueueAct_guard" BEFORE UPDATE ON "QueueAct" FOR EACH ROW EXECUTE FUNCTION guard_queue_act();
CREATE TRIGGER "QueueAct_kept" BEFORE DELETE ON "QueueAct" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "QueueAct_no_truncate" BEFORE TRUNCATE ON "QueueAct" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The lists that are no one place: what fell due, and what somebody has.
CREATE INDEX "QueueItem_due_priority" ON "QueueItem" ("priority", "changedAt", "id") WHERE "isDue";
CREATE INDEX "QueueItem_due_changedAt" ON "QueueItem" ("changedAt", "id") WHERE "isDue";
CREATE INDEX "QueueItem_due_dueAt" ON "QueueItem" ("dueAt", "id") WHERE "isDue";
CREATE INDEX "QueueItem_held_priority" ON "QueueItem" ("priority", "changedAt", "id") WHERE "place" IN ('HELD', 'SUBMITTED');
CREATE INDEX "QueueItem_held_changedAt" ON "QueueItem" ("changedAt", "id") WHERE "place" IN ('HELD', 'SUBMITTED');
CREATE INDEX "QueueItem_held_dueAt" ON "QueueItem" ("dueAt", "id") WHERE "place" IN ('HELD', 'SUBMITTED');
-- Everything. Only that view says so: an order of all items would tempt the planner to read all of them for a view that has few.
CREATE INDEX "QueueItem_all_priority" ON "QueueItem" ("priority", "changedAt", "id") WHERE "kind" IN ('ARTICLE', 'CLAIM');
CREATE INDEX "QueueItem_all_changedAt" ON "QueueItem" ("changedAt", "id") WHERE "kind" IN ('ARTICLE', 'CLAIM');
CREATE INDEX "QueueItem_all_dueAt" ON "QueueItem" ("dueAt", "id") WHERE "kind" IN ('ARTICLE', 'CLAIM');
-- Promises whose day comes.
CREATE INDEX "QueueItem_to_fall_due" ON "QueueItem" ("promiseDue") WHERE NOT "isDue" AND "promiseDue" IS NOT NULL;
-- What is narrowed and searched is read at once.
ALTER INDEX "QueueItem_facets_idx" SET (fastupdate = off);
ALTER INDEX "QueueItem_words_idx" SET (fastupdate = off);

-- Marks: which page or claim has to be worked out anew, and by whom. Each transaction writes its own, so that nobody waits for another.
CREATE FUNCTION mark_queue(subject uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "QueueMark" ("transactionId", "subjectId")
  SELECT pg_current_xact_id()::text::bigint, subject WHERE subject IS NOT NULL
  ON CONFLICT DO NOTHING
$$;

CREATE FUNCTION mark_queue_of_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_queue(coalesce(NEW."claimId", (SELECT v."articleId" FROM "ArticleVersion" v WHERE v."id" = NEW."versionId")));
  RETURN NULL;
END $$;
CREATE TRIGGER "Review_queue" AFTER INSERT OR UPDATE ON "Review" FOR EACH ROW EXECUTE FUNCTION mark_queue_of_review();

-- For rows that name a review.
CREATE FUNCTION mark_queue_by_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_queue(coalesce(r."claimId", v."articleId"))
  FROM "Review" r LEFT JOIN "ArticleVersion" v ON v."id" = r."versionId" WHERE r."id" = NEW."reviewId";
  RETURN NULL;
END $$;
CREATE TRIGGER "ReviewWriter_queue" AFTER INSERT ON "ReviewWriter" FOR EACH ROW EXECUTE FUNCTION mark_queue_by_review();
CREATE TRIGGER "SuggestionDecision_queue" AFTER INSERT OR UPDATE ON "SuggestionDecision" FOR EACH ROW EXECUTE FUNCTION mark_queue_by_review();

-- For rows that name a version.
CREATE FUNCTION mark_queue_by_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_queue(v."articleId") FROM "ArticleVersion" v WHERE v."id" = NEW."versionId";
  RETURN NULL;
END $$;
CREATE TRIGGER "Statement_queue" AFTER INSERT OR UPDATE ON "Statement" FOR EACH ROW EXECUTE FUNCTION mark_queue_by_version();
CREATE TRIGGER "BlindReading_queue" AFTER INSERT OR UPDATE ON "BlindReading" FOR EACH ROW EXECUTE FUNCTION mark_queue_by_version();
CREATE TRIGGER "PartCorrection_queue" AFTER INSERT ON "PartCorrection" FOR EACH ROW EXECUTE FUNCTION mark_queue_by_version();
CREATE TRIGGER "Import_queue" AFTER UPDATE OF "versionId" ON "Import" FOR EACH ROW EXECUTE FUNCTION mark_queue_by_version();

CREATE FUNCTION mark_queue_by_article() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_queue(NEW."articleId");
  RETURN NULL;
END $$;
CREATE TRIGGER "ArticleVersion_queue" AFTER INSERT ON "ArticleVersion" FOR EACH ROW EXECUTE FUNCTION mark_queue_by_article();
CREATE TRIGGER "FactCorrection_queue" AFTER INSERT ON "FactCorrection" FOR EACH ROW EXECUTE FUNCTION mark_queue_by_article();

CREATE FUNCTION mark_queue_itself() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_queue(NEW."id");
  RETURN NULL;
END $$;
CREATE TRIGGER "Article_queue" AFTER UPDATE OF "dismissedAt", "dismissedReason" ON "Article" FOR EACH ROW EXECUTE FUNCTION mark_queue_itself();
CREATE TRIGGER "Claim_queue" AFTER INSERT OR UPDATE ON "Claim" FOR EACH ROW EXECUTE FUNCTION mark_queue_itself();

CREATE FUNCTION mark_queue_of_prediction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_queue(v."articleId") FROM "Statement" s JOIN "ArticleVersion" v ON v."id" = s."versionId"
  WHERE s."id" = coalesce(NEW."statementId", OLD."statementId");
  RETURN NULL;
END $$;
CREATE TRIGGER "Prediction_queue" AFTER INSERT OR UPDATE OR DELETE ON "Prediction" FOR EACH ROW EXECUTE FUNCTION mark_queue_of_prediction();

CREATE FUNCTION mark_queue_of_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_queue(coalesce(NEW."articleId", NEW."claimId"));
  RETURN NULL;
END $$;
CREATE TRIGGER "Publication_queue" AFTER INSERT OR UPDATE ON "Publication" FOR EACH ROW EXECUTE FUNCTION mark_queue_of_publication();

CREATE FUNCTION mark_queue_of_assignment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_queue(NEW."subjectId");
  RETURN NULL;
END $$;
CREATE TRIGGER "Assignment_queue" AFTER INSERT OR UPDATE ON "Assignment" FOR EACH ROW EXECUTE FUNCTION mark_queue_of_assignment();

-- All that a person has, or would have if their account were open.
CREATE FUNCTION mark_queue_of_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_queue(i."subjectId") FROM "QueueItem" i WHERE i."assigneeId" = NEW."id" OR i."lostId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "User_queue" AFTER UPDATE OF "disabledAt" ON "User" FOR EACH ROW
  WHEN (OLD."disabledAt" IS DISTINCT FROM NEW."disabledAt") EXECUTE FUNCTION mark_queue_of_person();

-- A report names a page or a claim by its address.
CREATE FUNCTION mark_queue_of_report() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  path text := coalesce(NEW."path", OLD."path");
BEGIN
  PERFORM mark_queue(a."id") FROM "Article" a WHERE path LIKE '/articles/%' AND a."slug" = substr(path, 11);
  PERFORM mark_queue(c."id") FROM "Claim" c WHERE path LIKE '/claims/%' AND c."slug" = substr(path, 9);
  RETURN NULL;
END $$;
CREATE TRIGGER "ErrorReport_queue" AFTER INSERT OR UPDATE OR DELETE ON "ErrorReport" FOR EACH ROW EXECUTE FUNCTION mark_queue_of_report();

CREATE FUNCTION mark_queue_of_feed_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_queue(coalesce(NEW."articleId", (
    SELECT v."articleId" FROM "Import" i JOIN "ArticleVersion" v ON v."id" = i."versionId" WHERE i."id" = NEW."importId")));
  RETURN NULL;
END $$;
CREATE TRIGGER "FeedItem_queue" AFTER INSERT OR UPDATE OF "articleId", "importId" ON "FeedItem" FOR EACH ROW EXECUTE FUNCTION mark_queue_of_feed_item();

-- The open reports about a page or a claim are asked by its address.
CREATE INDEX "ErrorReport_open_path" ON "ErrorReport" ("path") WHERE "erasedAt" IS NULL AND "answeredAt" IS NULL;

-- What was here before: the worker works it out.
INSERT INTO "QueueMark" ("transactionId", "subjectId") SELECT 0, "id" FROM "Article" UNION SELECT 0, "id" FROM "Claim";

-- What is searched of a version and its review: its statements and proposals, and who is behind them as they were first written.
CREATE FUNCTION queue_words(version uuid, review uuid) RETURNS SETOF text LANGUAGE sql STABLE AS $$
  SELECT concat_ws(E'\n', one."exact", k."name") FROM (
    SELECT s."exact", s."speakerId" FROM "Statement" s WHERE s."reviewId" = review AND s."removedAt" IS NULL
    UNION
    SELECT g."exact", g."speakerId" FROM "Suggestion" g WHERE g."versionId" = version
  ) one LEFT JOIN "Speaker" k ON k."id" = one."speakerId"
$$;
