ALTER TABLE "MarkFile"
  ADD CONSTRAINT "MarkFile_sha256_hex" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "MarkFile_import_whole" CHECK (
    ("importedAt" IS NULL) = ("importedById" IS NULL) AND ("importedAt" IS NULL) = ("choices" IS NULL)),
  ADD CONSTRAINT "MarkFile_end_whole" CHECK (("endedAt" IS NULL) = ("endedById" IS NULL));

-- The same file of one version is there once.
CREATE UNIQUE INDEX "MarkFile_one_standing" ON "MarkFile" ("versionId", "sha256") WHERE "endedAt" IS NULL;

-- A suggestion that goes is looked for in all that may point to it.
CREATE INDEX "Suggestion_markFile" ON "Suggestion" ("markFileId") WHERE "markFileId" IS NOT NULL;
CREATE INDEX "SuggestionDecision_suggestion" ON "SuggestionDecision" ("suggestionId") WHERE "suggestionId" IS NOT NULL;
CREATE INDEX "MatchDecision_suggestion" ON "MatchDecision" ("suggestionId") WHERE "suggestionId" IS NOT NULL;
CREATE INDEX "Statement_suggestion" ON "Statement" ("suggestionId") WHERE "suggestionId" IS NOT NULL;
CREATE INDEX "PassStatement_suggestion" ON "PassStatement" ("suggestionId") WHERE "suggestionId" IS NOT NULL;

-- What the machine suggests stays. What came with a file of marks goes when that is taken back, as long as nobody made anything of it.
CREATE FUNCTION guard_suggestion_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."markFileId" IS NULL THEN
    RAISE EXCEPTION '% is never changed: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  PERFORM 1 FROM "MarkFile" f WHERE f."id" = OLD."markFileId" AND f."endedAt" IS NOT NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a suggestion stays, unless the marks that it came with were taken back' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM "SuggestionDecision" d WHERE d."suggestionId" = OLD."id")
    OR EXISTS (SELECT FROM "Statement" s WHERE s."suggestionId" = OLD."id")
    OR EXISTS (SELECT FROM "PassStatement" p WHERE p."suggestionId" = OLD."id") THEN
    RAISE EXCEPTION 'a suggestion that somebody decided on stays' USING ERRCODE = 'check_violation';
  END IF;
  RETURN OLD;
END $$;

DROP TRIGGER "Suggestion_immutable" ON "Suggestion";
CREATE TRIGGER "Suggestion_immutable" BEFORE UPDATE ON "Suggestion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Suggestion_guard_delete" BEFORE DELETE ON "Suggestion" FOR EACH ROW EXECUTE FUNCTION guard_suggestion_delete();

-- What was given stays as it was, and what became of it is said once.
CREATE FUNCTION guard_mark_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - '{choices,importedById,importedAt,suggested,endedById,endedAt}'::text[]
      IS DISTINCT FROM to_jsonb(OLD) - '{choices,importedById,importedAt,suggested,endedById,endedAt}'::text[]
    OR OLD."endedAt" IS NOT NULL
    OR (OLD."importedAt" IS NOT NULL AND to_jsonb(NEW) - '{endedById,endedAt}'::text[]
      IS DISTINCT FROM to_jsonb(OLD) - '{endedById,endedAt}'::text[]) THEN
    RAISE EXCEPTION 'a file of marks is imported once, and taken back once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "MarkFile_guard" BEFORE UPDATE ON "MarkFile" FOR EACH ROW EXECUTE FUNCTION guard_mark_file();
CREATE TRIGGER "MarkFile_kept" BEFORE DELETE ON "MarkFile" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "MarkFile_no_truncate" BEFORE TRUNCATE ON "MarkFile" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What it suggests, or suggests no longer, counts in the queue.
CREATE TRIGGER "MarkFile_queue" AFTER UPDATE ON "MarkFile" FOR EACH ROW EXECUTE FUNCTION mark_queue_by_version();
