-- What Prisma's schema can't say about looking at a page again.

ALTER TABLE "Article"
  ADD CONSTRAINT "Article_watched_has_address" CHECK ("watch" = 'NEVER' OR "url" IS NOT NULL),
  ADD CONSTRAINT "Article_watched_has_time" CHECK (("watch" = 'NEVER') = ("nextCheckAt" IS NULL));

ALTER TABLE "PageCheck"
  ADD CONSTRAINT "PageCheck_shows_version" CHECK (("result" IN ('GONE', 'MOVED')) = ("versionId" IS NULL)),
  ADD CONSTRAINT "PageCheck_moved_somewhere" CHECK (("result" = 'MOVED') = ("movedTo" IS NOT NULL));

ALTER TABLE "Import"
  ADD CONSTRAINT "Import_look_is_by_address" CHECK ("articleId" IS NULL OR "way" = 'ADDRESS');

-- A page is looked at once at a time.
CREATE UNIQUE INDEX "Import_one_look_per_article" ON "Import" ("articleId")
  WHERE "state" IN ('QUEUED', 'RUNNING') AND "articleId" IS NOT NULL;

CREATE FUNCTION guard_page_check() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."versionId" IS NOT NULL THEN
    PERFORM 1 FROM "ArticleVersion" v WHERE v."id" = NEW."versionId" AND v."articleId" = NEW."articleId";
    IF NOT FOUND THEN
      RAISE EXCEPTION 'a check''s version is of another page' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "PageCheck_guard" BEFORE INSERT ON "PageCheck" FOR EACH ROW EXECUTE FUNCTION guard_page_check();

-- Versions that are here already were each seen once at least.
INSERT INTO "PageCheck" ("id", "articleId", "at", "result", "versionId", "snapshotSha256")
SELECT gen_random_uuid(), "articleId", "fetchedAt", 'NEW', "id", "snapshotSha256" FROM "ArticleVersion";

CREATE TRIGGER "PageCheck_immutable" BEFORE UPDATE OR DELETE ON "PageCheck" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "PageCheck_no_truncate" BEFORE TRUNCATE ON "PageCheck" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
