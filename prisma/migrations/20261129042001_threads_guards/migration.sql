-- What the newsroom says to each other. A thread hangs on a version (on some of its words, or as a whole) or on a claim, for good.

ALTER TABLE "DeskThread"
  ADD CONSTRAINT "DeskThread_one_place" CHECK (("versionId" IS NULL) <> ("claimId" IS NULL)),
  ADD CONSTRAINT "DeskThread_span_whole" CHECK (("start" IS NULL) = ("end" IS NULL) AND ("start" IS NULL OR "versionId" IS NOT NULL)),
  ADD CONSTRAINT "DeskThread_resolved_by_somebody" CHECK (("resolvedById" IS NULL) = ("resolvedAt" IS NULL)),
  ADD CONSTRAINT "DeskThread_bounded" CHECK ("comments" BETWEEN 0 AND 200);

CREATE FUNCTION guard_thread() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF to_jsonb(NEW) - ARRAY['resolvedById', 'resolvedAt', 'comments', 'revision']
      IS DISTINCT FROM to_jsonb(OLD) - ARRAY['resolvedById', 'resolvedAt', 'comments', 'revision']
      OR NEW."comments" NOT IN (OLD."comments", OLD."comments" + 1) THEN
      RAISE EXCEPTION 'a thread is only written on, resolved and reopened' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF NEW."start" IS NOT NULL THEN
    PERFORM 1 FROM "ArticleVersion" v
    WHERE v."id" = NEW."versionId" AND utf16_slice(v."text", NEW."start", NEW."end") IS NOT NULL;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'the thread''s span [%, %) is not inside its version''s text', NEW."start", NEW."end" USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "DeskThread_guard" BEFORE INSERT OR UPDATE ON "DeskThread" FOR EACH ROW EXECUTE FUNCTION guard_thread();

-- A comment says something, is never rewritten, and may be taken back once: its words go.
ALTER TABLE "DeskComment"
  ADD CONSTRAINT "DeskComment_numbered" CHECK ("number" BETWEEN 1 AND 200),
  ADD CONSTRAINT "DeskComment_bounded" CHECK (length("body") <= 4000 AND jsonb_typeof("mentions") = 'array'),
  ADD CONSTRAINT "DeskComment_says_something" CHECK (("body" = '') = ("takenBackAt" IS NOT NULL)),
  ADD CONSTRAINT "DeskComment_taken_back_whole" CHECK ("takenBackAt" IS NULL OR "mentions" = '[]');

CREATE FUNCTION guard_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - ARRAY['body', 'mentions', 'takenBackAt'] IS DISTINCT FROM to_jsonb(OLD) - ARRAY['body', 'mentions', 'takenBackAt']
    OR OLD."takenBackAt" IS NOT NULL OR NEW."takenBackAt" IS NULL THEN
    RAISE EXCEPTION 'a comment is only taken back, once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "DeskComment_guard" BEFORE UPDATE ON "DeskComment" FOR EACH ROW EXECUTE FUNCTION guard_comment();

-- A notice names what happened, once for each person, and is only read and mailed.
ALTER TABLE "Notice"
  ADD CONSTRAINT "Notice_names_one" CHECK (
    CASE "kind" WHEN 'ASSIGNED' THEN "actId" IS NOT NULL AND num_nonnulls("commentId", "reviewId") = 0
      WHEN 'RETURNED' THEN "reviewId" IS NOT NULL AND num_nonnulls("commentId", "actId") = 0
      ELSE "commentId" IS NOT NULL AND num_nonnulls("actId", "reviewId") = 0 END),
  ADD CONSTRAINT "Notice_of_another" CHECK ("personId" <> "byId");
CREATE UNIQUE INDEX "Notice_comment_once" ON "Notice" ("commentId", "personId") WHERE "commentId" IS NOT NULL;
CREATE UNIQUE INDEX "Notice_act_once" ON "Notice" ("actId", "personId") WHERE "actId" IS NOT NULL;
-- How many somebody hasn't read, and what they are still to be told by mail.
CREATE INDEX "Notice_unread" ON "Notice" ("personId", "id") WHERE "readAt" IS NULL;

CREATE FUNCTION guard_notice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - ARRAY['readAt', 'mailedAt'] IS DISTINCT FROM to_jsonb(OLD) - ARRAY['readAt', 'mailedAt'] THEN
    RAISE EXCEPTION 'a notice is only read and mailed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Notice_guard" BEFORE UPDATE ON "Notice" FOR EACH ROW EXECUTE FUNCTION guard_notice();

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['DeskThread', 'DeskComment', 'Notice'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_kept', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
  END LOOP;
END $$;
