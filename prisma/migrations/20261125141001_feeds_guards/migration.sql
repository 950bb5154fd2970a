-- What Prisma's schema can't say about feeds.

ALTER TABLE "Feed"
  ADD CONSTRAINT "Feed_spans_range" CHECK ("interval" > 0 AND ("asked" IS NULL OR "asked" > 0) AND "failures" >= 0),
  ADD CONSTRAINT "Feed_failure_has_reason" CHECK (("lastError" IS NULL) = ("failingSince" IS NULL)),
  ADD CONSTRAINT "Feed_broken_has_reason" CHECK ("state" NOT IN ('BROKEN', 'GONE') OR "lastError" IS NOT NULL),
  ADD CONSTRAINT "Feed_at_rest_is_not_asked" CHECK (
    "nextPollAt" IS NULL OR ("pausedAt" IS NULL AND "unfollowedAt" IS NULL AND "state" <> 'CHOICE'));

ALTER TABLE "FeedItem"
  ADD CONSTRAINT "FeedItem_waiting_has_address" CHECK (
    "state" IN ('OLDER', 'NO_ADDRESS') OR "address" IS NOT NULL),
  ADD CONSTRAINT "FeedItem_hash_form" CHECK ("hash" ~ '^[0-9a-f]{64}$');

-- Where a page came from is part of the record: feeds and what they named are kept.
CREATE TRIGGER "Feed_kept" BEFORE DELETE ON "Feed" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Feed_no_truncate" BEFORE TRUNCATE ON "Feed" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "FeedItem_kept" BEFORE DELETE ON "FeedItem" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "FeedItem_no_truncate" BEFORE TRUNCATE ON "FeedItem" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
