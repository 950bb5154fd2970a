-- What Prisma's schema can't say. Nothing newer than PostgreSQL 15.
-- Every refusal is a plain sentence, for the log: people are told in words by the verbs, which check the same things first.

-- --- text, counted as the program counts it -----------------------------------------------------------------------------
-- Spans count UTF-16 units; PostgreSQL counts code points. A character beyond U+FFFF takes two units, so one filler after
-- each of them makes the two counts agree. The filler is never compared: it always follows such a character.

CREATE FUNCTION utf16_padded(content text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE
    WHEN content ~ '[\U00010000-\U0010FFFF]'
      THEN regexp_replace(content, '([\U00010000-\U0010FFFF])', '\1' || chr(65535), 'g')
    ELSE content
  END
$$;

CREATE FUNCTION utf16_length(content text) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT char_length(utf16_padded(content)) $$;

-- The text of [from_unit, to_unit), or null where that is empty, outside the text, or cuts a character in two.
CREATE FUNCTION padded_slice(padded text, from_unit integer, to_unit integer) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE
    WHEN from_unit < 0 OR to_unit <= from_unit THEN NULL
    WHEN char_length(cut.lead) < to_unit - from_unit + least(from_unit, 1) THEN NULL
    WHEN from_unit > 0 AND left(cut.lead, 1) ~ '[\U00010000-\U0010FFFF]' THEN NULL
    WHEN right(cut.lead, 1) ~ '[\U00010000-\U0010FFFF]' THEN NULL
    ELSE regexp_replace(
      substr(cut.lead, least(from_unit, 1) + 1),
      '([\U00010000-\U0010FFFF])' || chr(65535), '\1', 'g')
  END
  -- One character before the slice is taken along, to see whether the slice begins inside a pair.
  FROM (SELECT substr(padded, greatest(from_unit, 1), to_unit - from_unit + least(from_unit, 1)) AS lead) AS cut
$$;

CREATE FUNCTION utf16_slice(content text, from_unit integer, to_unit integer) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT padded_slice(utf16_padded(content), from_unit, to_unit) $$;

ALTER TABLE "ArticleVersion"
  ADD CONSTRAINT "ArticleVersion_textLength_agrees" CHECK ("textLength" = utf16_length("text")),
  ADD CONSTRAINT "ArticleVersion_textSha256_agrees" CHECK ("textSha256" = encode(sha256(convert_to("text", 'UTF8')), 'hex')),
  ADD CONSTRAINT "ArticleVersion_number_positive" CHECK ("number" > 0);

ALTER TABLE "Snapshot"
  ADD CONSTRAINT "Snapshot_sha256_agrees" CHECK ("sha256" = encode(sha256("bytes"), 'hex'));

-- --- spans ---------------------------------------------------------------------------------------------------------------
-- Checked once for each SQL statement. A version's text is read once for all of its rows and cut into numbered pieces of 255
-- units: the words under a span are put together from the pieces around it. Cutting them out of the whole text instead would
-- count its characters from the start again for every row. (The planner can't know how many rows a statement brings, and would
-- compare each of them with each piece: hence no nested loops, and no compiling of what then looks costly.)

CREATE FUNCTION utf16_pieces(content text) RETURNS TABLE (place integer, piece text)
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE ROWS 1000 AS $$
  SELECT found.n::integer - 1, found.piece[1]
  FROM regexp_matches(utf16_padded(content), '.{1,255}', 'g') WITH ORDINALITY AS found(piece, n)
$$;

-- Does a span that begins or ends after this many units of a piece cut a character in two?
CREATE FUNCTION cuts_character(piece text, units integer) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT substr(piece, units, 1) ~ '[\U00010000-\U0010FFFF]' $$;

CREATE FUNCTION guard_segments() RETURNS trigger LANGUAGE plpgsql SET enable_nestloop = off SET jit = off AS $$
DECLARE wrong record;
BEGIN
  -- Two writers of one version's segments take turns, so that neither misses the other's rows.
  PERFORM 1 FROM "ArticleVersion" WHERE "id" IN (SELECT "versionId" FROM fresh) ORDER BY "id" FOR NO KEY UPDATE;
  SELECT f."start", f."end" INTO wrong FROM fresh f JOIN "ArticleVersion" v ON v."id" = f."versionId"
  WHERE f."start" < 0 OR f."end" <= f."start" OR f."end" > v."textLength" LIMIT 1;
  IF NOT FOUND THEN
    WITH pieces AS MATERIALIZED (
      SELECT v."id", p.place, p.piece FROM "ArticleVersion" v CROSS JOIN LATERAL utf16_pieces(v."text") p
      WHERE v."id" IN (SELECT "versionId" FROM fresh)
    ), bounds AS (
      SELECT f."versionId", f."start", f."end", f."start" AS unit FROM fresh f WHERE f."start" > 0
      UNION ALL SELECT f."versionId", f."start", f."end", f."end" FROM fresh f
    )
    SELECT b."start", b."end" INTO wrong
    FROM bounds b JOIN pieces p ON p."id" = b."versionId" AND p.place = (b.unit - 1) / 255
    WHERE cuts_character(p.piece, (b.unit - 1) % 255 + 1) LIMIT 1;
  END IF;
  IF FOUND THEN
    RAISE EXCEPTION 'the segment [%, %) is not inside its version''s text', wrong."start", wrong."end" USING ERRCODE = 'check_violation';
  END IF;
  SELECT s."start", s."end" INTO wrong FROM (
    SELECT "start", "end", lag("end") OVER (PARTITION BY "versionId" ORDER BY "start", "end") AS before
    FROM "Segment" WHERE "versionId" IN (SELECT "versionId" FROM fresh)
  ) s WHERE s.before > s."start" LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the segment [%, %) overlaps another', wrong."start", wrong."end" USING ERRCODE = 'check_violation';
  END IF;
  PERFORM 1 FROM fresh f JOIN "Post" p ON p."id" = f."postId" WHERE p."versionId" <> f."versionId";
  IF FOUND THEN
    RAISE EXCEPTION 'a segment''s post belongs to another version' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "Segment_guard" AFTER INSERT ON "Segment"
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION guard_segments();

-- For suggestions and statements alike: the quote is the text under the span, and the span lies in its own segment, of a
-- type that can hold a statement.
CREATE FUNCTION guard_quotes() RETURNS trigger LANGUAGE plpgsql SET enable_nestloop = off SET jit = off AS $$
DECLARE wrong record;
BEGIN
  SELECT f."start", f."end" INTO wrong FROM fresh f JOIN "ArticleVersion" v ON v."id" = f."versionId"
  WHERE f."start" < 0 OR f."end" <= f."start" OR f."end" > v."textLength" LIMIT 1;
  IF NOT FOUND THEN
    WITH pieces AS MATERIALIZED (
      SELECT v."id", p.place, p.piece FROM "ArticleVersion" v CROSS JOIN LATERAL utf16_pieces(v."text") p
      WHERE v."id" IN (SELECT "versionId" FROM fresh)
    ), around AS (
      -- With the unit before the span, to see whether it begins inside a pair.
      SELECT f."id", f."start", f."end", f."exact", min(p.place) * 255 AS skipped, string_agg(p.piece, '' ORDER BY p.place) AS words
      FROM fresh f
      CROSS JOIN LATERAL generate_series(greatest(f."start" - 1, 0) / 255, (f."end" - 1) / 255) AS needed(place)
      JOIN pieces p ON p."id" = f."versionId" AND p.place = needed.place
      GROUP BY f."id", f."start", f."end", f."exact"
    )
    SELECT a."start", a."end" INTO wrong FROM around a
    WHERE padded_slice(a.words, a."start" - a.skipped, a."end" - a.skipped) IS DISTINCT FROM a."exact" LIMIT 1;
  END IF;
  IF FOUND THEN
    RAISE EXCEPTION 'the quote of [%, %) is not the text of its version', wrong."start", wrong."end" USING ERRCODE = 'check_violation';
  END IF;
  SELECT f."start", f."end" INTO wrong FROM fresh f JOIN "Segment" s ON s."id" = f."segmentId"
  WHERE s."versionId" <> f."versionId" OR s."postId" <> f."postId"
     OR f."start" < s."start" OR f."end" > s."end" OR s."type" NOT IN ('BODY', 'TEASER') LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION '[%, %) does not lie inside its segment, or the segment is neither body nor teaser', wrong."start", wrong."end"
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "Suggestion_guard" AFTER INSERT ON "Suggestion"
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION guard_quotes();
CREATE TRIGGER "Statement_guard_insert" AFTER INSERT ON "Statement"
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION guard_quotes();
CREATE TRIGGER "Statement_guard_update" AFTER UPDATE ON "Statement"
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION guard_quotes();

CREATE FUNCTION guard_attribution_spans() RETURNS trigger LANGUAGE plpgsql SET enable_nestloop = off SET jit = off AS $$
DECLARE wrong record;
BEGIN
  SELECT f."start", f."end" INTO wrong
  FROM fresh f JOIN "Attribution" a ON a."id" = f."attributionId" JOIN "ArticleVersion" v ON v."id" = a."versionId"
  WHERE f."start" < 0 OR f."end" <= f."start" OR f."end" > v."textLength" LIMIT 1;
  IF NOT FOUND THEN
    WITH pieces AS MATERIALIZED (
      SELECT v."id", p.place, p.piece FROM "ArticleVersion" v CROSS JOIN LATERAL utf16_pieces(v."text") p
      WHERE v."id" IN (SELECT a."versionId" FROM fresh f JOIN "Attribution" a ON a."id" = f."attributionId")
    ), spans AS MATERIALIZED (
      SELECT a."versionId", f."start", f."end" FROM fresh f JOIN "Attribution" a ON a."id" = f."attributionId"
    ), bounds AS (
      SELECT s."versionId", s."start", s."end", s."start" AS unit FROM spans s WHERE s."start" > 0
      UNION ALL SELECT s."versionId", s."start", s."end", s."end" FROM spans s
    )
    SELECT b."start", b."end" INTO wrong
    FROM bounds b JOIN pieces p ON p."id" = b."versionId" AND p.place = (b.unit - 1) / 255
    WHERE cuts_character(p.piece, (b.unit - 1) % 255 + 1) LIMIT 1;
  END IF;
  IF FOUND THEN
    RAISE EXCEPTION 'the attribution span [%, %) is not inside its version''s text', wrong."start", wrong."end"
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "AttributionSpan_guard" AFTER INSERT ON "AttributionSpan"
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION guard_attribution_spans();

CREATE FUNCTION guard_annotations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."start" IS NOT NULL THEN
    PERFORM 1 FROM "ArticleVersion" v
    WHERE v."id" = NEW."versionId" AND utf16_slice(v."text", NEW."start", NEW."end") IS NOT NULL;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'the note''s span [%, %) is not inside its version''s text', NEW."start", NEW."end"
        USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  PERFORM 1 FROM "Review" r WHERE r."id" = NEW."reviewId" AND r."versionId" = NEW."versionId";
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a note''s review is about another version' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Annotation_guard" BEFORE INSERT OR UPDATE ON "Annotation"
  FOR EACH ROW EXECUTE FUNCTION guard_annotations();

ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_span_whole" CHECK (("start" IS NULL) = ("end" IS NULL));

CREATE FUNCTION guard_statement_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Review" r WHERE r."id" = NEW."reviewId" AND r."versionId" = NEW."versionId";
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a statement''s review is about another version' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Statement_review_guard" BEFORE INSERT OR UPDATE ON "Statement"
  FOR EACH ROW EXECUTE FUNCTION guard_statement_review();

CREATE FUNCTION guard_attribution_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'SuggestionAttribution' THEN
    PERFORM 1 FROM "Suggestion" s JOIN "Attribution" a ON a."versionId" = s."versionId"
    WHERE s."id" = NEW."suggestionId" AND a."id" = NEW."attributionId";
  ELSE
    PERFORM 1 FROM "Statement" s JOIN "Attribution" a ON a."versionId" = s."versionId"
    WHERE s."id" = NEW."statementId" AND a."id" = NEW."attributionId";
  END IF;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'an attribution belongs to another version' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "SuggestionAttribution_guard" BEFORE INSERT ON "SuggestionAttribution"
  FOR EACH ROW EXECUTE FUNCTION guard_attribution_link();
CREATE TRIGGER "StatementAttribution_guard" BEFORE INSERT OR UPDATE ON "StatementAttribution"
  FOR EACH ROW EXECUTE FUNCTION guard_attribution_link();

CREATE FUNCTION guard_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Review" r WHERE r."id" = NEW."reviewId" AND r."claimId" = NEW."claimId";
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a verdict''s review is about another claim' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Verdict_guard" BEFORE INSERT OR UPDATE ON "Verdict" FOR EACH ROW EXECUTE FUNCTION guard_verdict();

CREATE FUNCTION guard_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Review" r JOIN "Suggestion" s ON s."versionId" = r."versionId"
  WHERE r."id" = NEW."reviewId" AND s."id" = NEW."suggestionId";
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a decision''s review and suggestion are about different versions' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND (
    OLD."undoneAt" IS NOT NULL
    OR to_jsonb(NEW) - 'undoneAt' IS DISTINCT FROM to_jsonb(OLD) - 'undoneAt'
  ) THEN
    RAISE EXCEPTION 'a decision can only be taken back, once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "SuggestionDecision_guard" BEFORE INSERT OR UPDATE ON "SuggestionDecision"
  FOR EACH ROW EXECUTE FUNCTION guard_decision();

-- --- codes and ranges ------------------------------------------------------------------------------------------------------

CREATE FUNCTION is_factuality(code text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT code IS NULL OR code IN ('CT+', 'PR+', 'PS+', 'CT-', 'PR-', 'PS-', 'CTu', 'Uu')
$$;

ALTER TABLE "Suggestion"
  ADD CONSTRAINT "Suggestion_confidence_range" CHECK ("confidence" >= 0 AND "confidence" <= 1),
  ADD CONSTRAINT "Suggestion_factuality_codes" CHECK (is_factuality("factualityWriter") AND is_factuality("factualitySource")),
  ADD CONSTRAINT "Suggestion_relayDepth_range" CHECK ("relayDepth" >= 0),
  ADD CONSTRAINT "Suggestion_match_whole" CHECK (("matchedClaimId" IS NULL) = ("match" IS NULL));
ALTER TABLE "Attribution"
  ADD CONSTRAINT "Attribution_confidence_range" CHECK ("confidence" >= 0 AND "confidence" <= 1);
ALTER TABLE "Statement"
  ADD CONSTRAINT "Statement_factuality_codes" CHECK (is_factuality("factualityWriter") AND is_factuality("factualitySource")),
  ADD CONSTRAINT "Statement_relayDepth_range" CHECK ("relayDepth" >= 0),
  ADD CONSTRAINT "Statement_override_reason" CHECK ("labelOverride" IS NULL OR btrim(coalesce("labelReason", '')) <> ''),
  ADD CONSTRAINT "Statement_label_derived" CHECK ("label" = coalesce("labelOverride", "derivedLabel"));
ALTER TABLE "Prediction"
  ADD CONSTRAINT "Prediction_window_whole" CHECK (("dueFrom" IS NULL) = ("dueTo" IS NULL)),
  ADD CONSTRAINT "Prediction_window_order" CHECK ("dueFrom" <= "dueTo");
ALTER TABLE "User" ADD CONSTRAINT "User_email_lower" CHECK ("email" = lower("email"));
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_email_lower" CHECK ("email" = lower("email"));
ALTER TABLE "Review" ADD CONSTRAINT "Review_subject" CHECK (
  ("kind" = 'ARTICLE' AND "versionId" IS NOT NULL AND "claimId" IS NULL)
  OR ("kind" = 'CLAIM' AND "claimId" IS NOT NULL AND "versionId" IS NULL));
ALTER TABLE "Publication"
  ADD CONSTRAINT "Publication_subject" CHECK (
    ("kind" = 'ARTICLE' AND "articleId" IS NOT NULL AND "versionId" IS NOT NULL AND "claimId" IS NULL)
    OR ("kind" = 'CLAIM' AND "claimId" IS NOT NULL AND "articleId" IS NULL AND "versionId" IS NULL)),
  ADD CONSTRAINT "Publication_sha256_hex" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "Publication_withdrawal_whole" CHECK (("withdrawnAt" IS NULL) = ("withdrawnReason" IS NULL));

-- --- only one of a kind ----------------------------------------------------------------------------------------------------

CREATE UNIQUE INDEX "Review_one_open_per_version" ON "Review" ("versionId")
  WHERE "state" IN ('DRAFT', 'SUBMITTED', 'RETURNED') AND "versionId" IS NOT NULL;
CREATE UNIQUE INDEX "Review_one_open_per_claim" ON "Review" ("claimId")
  WHERE "state" IN ('DRAFT', 'SUBMITTED', 'RETURNED') AND "claimId" IS NOT NULL;
CREATE UNIQUE INDEX "SuggestionDecision_one_standing" ON "SuggestionDecision" ("suggestionId", "reviewId")
  WHERE "undoneAt" IS NULL;
CREATE UNIQUE INDEX "Statement_one_per_span" ON "Statement" ("reviewId", "start", "end") WHERE "removedAt" IS NULL;
CREATE UNIQUE INDEX "Verdict_one_preferred" ON "Verdict" ("claimId") WHERE "rank" = 'PREFERRED';

-- --- nothing recorded is changed or lost -------------------------------------------------------------------------------------

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is never changed: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;

DO $$
DECLARE name text;
BEGIN
  -- Written once.
  FOREACH name IN ARRAY ARRAY[
    'Snapshot', 'ArticleVersion', 'Post', 'Segment', 'Attribution', 'AttributionSpan', 'Suggestion', 'SuggestionAttribution',
    'ReviewWriter', 'PublicationClaim', 'AuditEvent'
  ] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_immutable', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
  END LOOP;
  -- Changed by verbs, each change audited; taken away by a date of removal, never by a deletion.
  FOREACH name IN ARRAY ARRAY[
    'Article', 'Review', 'Statement', 'Annotation', 'SuggestionDecision', 'Claim', 'Verdict', 'Evidence', 'SearchRecord', 'Publication'
  ] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_kept', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
  END LOOP;
END $$;

-- A payload may be erased where the law asks for it; the chain holds without it. It is never rewritten.
CREATE TRIGGER "AuditPayload_immutable" BEFORE UPDATE ON "AuditPayload" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AuditPayload_no_truncate" BEFORE TRUNCATE ON "AuditPayload" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- --- publishing --------------------------------------------------------------------------------------------------------------

CREATE FUNCTION guard_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD."withdrawnAt" IS NOT NULL
       OR to_jsonb(NEW) - 'withdrawnAt' - 'withdrawnReason' IS DISTINCT FROM to_jsonb(OLD) - 'withdrawnAt' - 'withdrawnReason' THEN
      RAISE EXCEPTION 'a publication can only be withdrawn, once' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  PERFORM 1 FROM "ReviewWriter" w WHERE w."reviewId" = NEW."reviewId" AND w."userId" = NEW."publishedById";
  IF FOUND THEN
    RAISE EXCEPTION 'nobody publishes what they wrote' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM 1 FROM "Review" r WHERE r."id" = NEW."reviewId" AND r."kind" = NEW."kind"
    AND r."versionId" IS NOT DISTINCT FROM NEW."versionId" AND r."claimId" IS NOT DISTINCT FROM NEW."claimId";
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a publication and its review are about different things' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Publication_guard" BEFORE INSERT OR UPDATE ON "Publication"
  FOR EACH ROW EXECUTE FUNCTION guard_publication();

-- --- the chain ---------------------------------------------------------------------------------------------------------------

CREATE FUNCTION guard_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last record;
BEGIN
  -- The same lock as the program's (lib/db/audit.ts), so that a writer who forgets it still can't fork the chain.
  PERFORM pg_advisory_xact_lock(72707370);
  SELECT "sequence", "hash" INTO last FROM "AuditEvent" ORDER BY "sequence" DESC LIMIT 1;
  IF NEW."sequence" <> coalesce(last."sequence", 0) + 1 OR NEW."previous" <> coalesce(last."hash", repeat('0', 64)) THEN
    RAISE EXCEPTION 'audit event % does not follow event %', NEW."sequence", coalesce(last."sequence", 0)
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "AuditEvent_guard" BEFORE INSERT ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION guard_audit_event();

ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_hashes_hex" CHECK (
  "hash" ~ '^[0-9a-f]{64}$' AND "previous" ~ '^[0-9a-f]{64}$' AND "payloadHash" ~ '^[0-9a-f]{64}$');
