-- Two people read a version without seeing each other's work: what the database refuses, whoever asks.

CREATE FUNCTION refuse_reading(why text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', why USING ERRCODE = 'check_violation';
END $$;

-- --- a reading ------------------------------------------------------------------------------------------------------------

ALTER TABLE "BlindReading"
  ADD CONSTRAINT "BlindReading_called_off_whole" CHECK (("state" = 'CALLED_OFF') = ("calledOffFor" IS NOT NULL)),
  ADD CONSTRAINT "BlindReading_both_in" CHECK (("state" IN ('SETTLING', 'SETTLED')) = ("bothInAt" IS NOT NULL)),
  ADD CONSTRAINT "BlindReading_ended" CHECK (("state" IN ('SETTLED', 'CALLED_OFF')) = ("endedAt" IS NOT NULL)),
  ADD CONSTRAINT "BlindReading_settled_in" CHECK ("reviewId" IS NULL OR "state" IN ('SETTLING', 'SETTLED'));
CREATE UNIQUE INDEX "BlindReading_one_standing" ON "BlindReading" ("versionId") WHERE "state" <> 'CALLED_OFF';

CREATE FUNCTION guard_reading() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    -- A reading and a review of one version that are begun at the same time take turns, so that neither misses the other.
    PERFORM 1 FROM "ArticleVersion" WHERE "id" = NEW."versionId" FOR NO KEY UPDATE;
    PERFORM 1 FROM "Review" WHERE "versionId" = NEW."versionId";
    IF FOUND THEN PERFORM refuse_reading('a version that somebody reviewed can''t be read blind'); END IF;
    IF NEW."state" <> 'READING' OR NEW."reviewId" IS NOT NULL THEN
      PERFORM refuse_reading('a blind reading begins without passes');
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW."id", NEW."versionId", NEW."start", NEW."createdAt") IS DISTINCT FROM (OLD."id", OLD."versionId", OLD."start", OLD."createdAt")
     OR NEW."askedById" IS DISTINCT FROM OLD."askedById"
     OR (OLD."reviewId" IS NOT NULL AND NEW."reviewId" IS DISTINCT FROM OLD."reviewId")
     OR (OLD."bothInAt" IS NOT NULL AND NEW."bothInAt" IS DISTINCT FROM OLD."bothInAt") THEN
    PERFORM refuse_reading('what a blind reading is of never changes');
  END IF;
  IF OLD."state" <> NEW."state" AND (OLD."state", NEW."state") NOT IN (('READING', 'SETTLING'), ('READING', 'CALLED_OFF'), ('SETTLING', 'SETTLED'))
     OR OLD."state" IN ('SETTLED', 'CALLED_OFF') THEN
    PERFORM refuse_reading('a blind reading goes from reading to settling to settled, or is called off before');
  END IF;
  IF OLD."state" = 'READING' AND NEW."state" = 'SETTLING'
     AND (SELECT count(*) FROM "BlindPass" WHERE "readingId" = NEW."id" AND "handedInAt" IS NOT NULL) <> 2 THEN
    PERFORM refuse_reading('a blind reading is settled once two passes are in');
  END IF;
  IF NEW."reviewId" IS NOT NULL AND OLD."reviewId" IS NULL THEN
    PERFORM 1 FROM "Review" r WHERE r."id" = NEW."reviewId" AND r."versionId" = NEW."versionId"
      AND NOT EXISTS (SELECT 1 FROM "BlindPass" p WHERE p."readingId" = NEW."id" AND p."readerId" = r."authorId");
    IF NOT FOUND THEN PERFORM refuse_reading('it is settled in a review of its version, by somebody who didn''t read'); END IF;
  END IF;
  IF NEW."state" = 'SETTLED' THEN
    PERFORM 1 FROM "ReadingUnit" WHERE "readingId" = NEW."id" AND "choice" IS NULL;
    IF FOUND OR NEW."reviewId" IS NULL THEN PERFORM refuse_reading('it is settled once every place is decided'); END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "BlindReading_guard" BEFORE INSERT OR UPDATE ON "BlindReading" FOR EACH ROW EXECUTE FUNCTION guard_reading();

-- --- a review of a version that is read blind ---------------------------------------------------------------------------

CREATE FUNCTION guard_read_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."versionId" IS NULL THEN RETURN NEW; END IF;
  PERFORM 1 FROM "ArticleVersion" WHERE "id" = NEW."versionId" FOR NO KEY UPDATE;
  PERFORM 1 FROM "BlindReading" b WHERE b."versionId" = NEW."versionId" AND (b."state" = 'READING' OR b."state" = 'SETTLING' AND (
    b."reviewId" IS NOT NULL OR EXISTS (SELECT 1 FROM "BlindPass" p WHERE p."readingId" = b."id" AND p."readerId" = NEW."authorId")));
  IF FOUND THEN PERFORM refuse_reading('this version is read blind: it is reviewed once that is settled'); END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Review_read_blind" BEFORE INSERT ON "Review" FOR EACH ROW EXECUTE FUNCTION guard_read_version();

-- Nobody hands in what isn't settled.
CREATE FUNCTION guard_unsettled_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "BlindReading" WHERE "reviewId" = NEW."id" AND "state" = 'SETTLING';
  IF FOUND THEN PERFORM refuse_reading('what two people read blind is handed in once it is settled'); END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Review_unsettled" BEFORE UPDATE OF "state" ON "Review" FOR EACH ROW
  WHEN (OLD."state" IS DISTINCT FROM NEW."state") EXECUTE FUNCTION guard_unsettled_review();

-- Who read doesn't settle.
CREATE FUNCTION guard_settler() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "BlindReading" b JOIN "BlindPass" p ON p."readingId" = b."id"
  WHERE b."reviewId" = NEW."reviewId" AND b."state" = 'SETTLING' AND p."readerId" = NEW."userId";
  IF FOUND THEN PERFORM refuse_reading('who read doesn''t settle'); END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "ReviewWriter_settles" BEFORE INSERT ON "ReviewWriter" FOR EACH ROW EXECUTE FUNCTION guard_settler();

-- --- a pass -----------------------------------------------------------------------------------------------------------------

ALTER TABLE "BlindPass"
  ADD CONSTRAINT "BlindPass_one_end" CHECK ("handedInAt" IS NULL OR "givenUpAt" IS NULL),
  ADD CONSTRAINT "BlindPass_handed_in_whole" CHECK (("handedInAt" IS NULL) = ("sha256" IS NULL) AND "sha256" ~ '^[0-9a-f]{64}$');

CREATE FUNCTION guard_pass() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE reading record;
BEGIN
  SELECT "state", "askedById" INTO reading FROM "BlindReading" WHERE "id" = NEW."readingId" FOR NO KEY UPDATE;
  IF reading."state" <> 'READING' THEN PERFORM refuse_reading('a pass changes only while its version is read'); END IF;
  IF TG_OP = 'INSERT' THEN
    IF reading."askedById" = NEW."readerId" THEN PERFORM refuse_reading('who asks for a blind reading doesn''t read'); END IF;
    IF NEW."handedInAt" IS NOT NULL OR NEW."givenUpAt" IS NOT NULL THEN PERFORM refuse_reading('a pass begins open'); END IF;
    IF (SELECT count(*) FROM "BlindPass" WHERE "readingId" = NEW."readingId" AND "givenUpAt" IS NULL) >= 2 THEN
      PERFORM refuse_reading('two people read, and no more');
    END IF;
    RETURN NEW;
  END IF;
  IF OLD."handedInAt" IS NOT NULL OR OLD."givenUpAt" IS NOT NULL THEN PERFORM refuse_reading('a pass that was handed in never changes'); END IF;
  IF (NEW."id", NEW."readingId", NEW."readerId", NEW."createdAt") IS DISTINCT FROM (OLD."id", OLD."readingId", OLD."readerId", OLD."createdAt") THEN
    PERFORM refuse_reading('a pass is one person''s');
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "BlindPass_guard" BEFORE INSERT OR UPDATE ON "BlindPass" FOR EACH ROW EXECUTE FUNCTION guard_pass();

-- What a pass says changes only while it is open. Locked, so that it isn't handed in meanwhile.
CREATE FUNCTION guard_open_pass() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "BlindPass" WHERE "id" = NEW."passId" AND "handedInAt" IS NULL AND "givenUpAt" IS NULL FOR NO KEY UPDATE;
  IF NOT FOUND THEN PERFORM refuse_reading('a pass that was handed in never changes'); END IF;
  IF TG_OP = 'UPDATE' AND OLD."passId" <> NEW."passId" THEN PERFORM refuse_reading('a pass is one person''s'); END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "PassStatement_open" BEFORE INSERT OR UPDATE ON "PassStatement" FOR EACH ROW EXECUTE FUNCTION guard_open_pass();
CREATE TRIGGER "PassNote_open" BEFORE INSERT OR UPDATE ON "PassNote" FOR EACH ROW EXECUTE FUNCTION guard_open_pass();

CREATE UNIQUE INDEX "PassStatement_one_per_span" ON "PassStatement" ("passId", "start", "end") WHERE "removedAt" IS NULL;
CREATE UNIQUE INDEX "PassStatement_one_per_suggestion" ON "PassStatement" ("passId", "suggestionId") WHERE "suggestionId" IS NOT NULL;
ALTER TABLE "PassStatement" ADD CONSTRAINT "PassStatement_fields_agree" CHECK (
  ("fields" ->> 'start')::int = "start" AND ("fields" ->> 'end')::int = "end"
  AND "fields" ->> 'sourcing' IS NOT NULL AND is_factuality("fields" ->> 'factualityWriter') AND "fields" ->> 'time' IS NOT NULL);

CREATE FUNCTION guard_pass_statement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "BlindPass" p JOIN "BlindReading" b ON b."id" = p."readingId" JOIN "ArticleVersion" v ON v."id" = b."versionId"
  WHERE p."id" = NEW."passId" AND utf16_slice(v."text", NEW."start", NEW."end") = NEW."exact"
    AND (NEW."suggestionId" IS NULL OR b."start" = 'SUGGESTIONS'
      AND EXISTS (SELECT 1 FROM "Suggestion" s WHERE s."id" = NEW."suggestionId" AND s."versionId" = v."id"));
  IF NOT FOUND THEN PERFORM refuse_reading('the quote of a pass is the text of its version, and its suggestion one of that version'); END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "PassStatement_guard" BEFORE INSERT OR UPDATE OF "start", "end", "exact", "suggestionId" ON "PassStatement"
  FOR EACH ROW EXECUTE FUNCTION guard_pass_statement();

ALTER TABLE "PassNote" ADD CONSTRAINT "PassNote_span_whole" CHECK (("start" IS NULL) = ("end" IS NULL) AND "end" > "start" AND "start" >= 0);

CREATE FUNCTION guard_pass_note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."statementId" IS NULL THEN RETURN NEW; END IF;
  PERFORM 1 FROM "PassStatement" WHERE "id" = NEW."statementId" AND "passId" = NEW."passId";
  IF NOT FOUND THEN PERFORM refuse_reading('a note stands on a statement of its own pass'); END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "PassNote_guard" BEFORE INSERT OR UPDATE ON "PassNote" FOR EACH ROW EXECUTE FUNCTION guard_pass_note();

-- --- what was compared, and what was settled on ---------------------------------------------------------------------------

ALTER TABLE "ReadingUnit"
  ADD CONSTRAINT "ReadingUnit_of_somebody" CHECK ("leftId" IS NOT NULL OR "rightId" IS NOT NULL),
  ADD CONSTRAINT "ReadingUnit_decision_whole" CHECK (
    ("choice" IS NULL) = ("decidedById" IS NULL) AND ("choice" IS NULL) = ("decidedAt" IS NULL)
    AND ("statementId" IS NOT NULL) = ("choice" IS NOT NULL AND "choice" <> 'NEITHER')),
  ADD CONSTRAINT "ReadingUnit_choice_is_there" CHECK (
    ("choice" IS DISTINCT FROM 'BOTH' OR ("leftId" IS NOT NULL AND "rightId" IS NOT NULL))
    AND ("choice" IS DISTINCT FROM 'LEFT' OR "leftId" IS NOT NULL) AND ("choice" IS DISTINCT FROM 'RIGHT' OR "rightId" IS NOT NULL));

CREATE FUNCTION guard_unit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE reading record;
BEGIN
  SELECT "state", "reviewId" INTO reading FROM "BlindReading" WHERE "id" = NEW."readingId" FOR NO KEY UPDATE;
  IF reading."state" <> 'SETTLING' THEN PERFORM refuse_reading('a place is compared and decided while it is settled'); END IF;
  IF TG_OP = 'INSERT' THEN
    PERFORM 1 FROM "PassStatement" s JOIN "BlindPass" p ON p."id" = s."passId"
    WHERE s."id" IN (NEW."leftId", NEW."rightId") AND (p."readingId" <> NEW."readingId" OR p."handedInAt" IS NULL OR s."removedAt" IS NOT NULL);
    IF FOUND OR reading."reviewId" IS NOT NULL OR NEW."choice" IS NOT NULL THEN
      PERFORM refuse_reading('what is compared stands in the passes that were handed in');
    END IF;
    PERFORM 1 FROM "PassStatement" l JOIN "PassStatement" r ON l."passId" = r."passId" WHERE l."id" = NEW."leftId" AND r."id" = NEW."rightId";
    IF FOUND THEN PERFORM refuse_reading('two passes are compared'); END IF;
    RETURN NEW;
  END IF;
  IF (NEW."id", NEW."readingId", NEW."number", NEW."isSameWords") IS DISTINCT FROM (OLD."id", OLD."readingId", OLD."number", OLD."isSameWords")
     OR (NEW."leftId", NEW."rightId") IS DISTINCT FROM (OLD."leftId", OLD."rightId") THEN
    PERFORM refuse_reading('what was compared never changes');
  END IF;
  IF reading."reviewId" IS NULL THEN PERFORM refuse_reading('a place is decided in a review'); END IF;
  PERFORM 1 FROM "BlindPass" WHERE "readingId" = NEW."readingId" AND "readerId" = NEW."decidedById";
  IF FOUND THEN PERFORM refuse_reading('who read doesn''t settle'); END IF;
  IF NEW."statementId" IS NOT NULL THEN
    PERFORM 1 FROM "Statement" WHERE "id" = NEW."statementId" AND "reviewId" = reading."reviewId";
    IF NOT FOUND THEN PERFORM refuse_reading('what a place becomes is a statement of the review that it is settled in'); END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "ReadingUnit_guard" BEFORE INSERT OR UPDATE ON "ReadingUnit" FOR EACH ROW EXECUTE FUNCTION guard_unit();

-- Counts of who said what, once for each place that was compared. The reader with the lower id is the first.
CREATE FUNCTION count_agreement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "AgreementCount" ("month", "field", "start", "readerA", "readerB", "first", "second", "count")
  WITH readers AS (
    SELECT b."id", date_trunc('month', b."bothInAt" AT TIME ZONE 'UTC')::date AS month, b."start",
      (array_agg(p."readerId" ORDER BY p."readerId"))[1] AS a, (array_agg(p."readerId" ORDER BY p."readerId"))[2] AS b
    FROM "BlindReading" b JOIN "BlindPass" p ON p."readingId" = b."id" AND p."handedInAt" IS NOT NULL
    WHERE b."id" IN (SELECT "readingId" FROM fresh) GROUP BY b."id"
  ), sides AS (
    SELECT u."id", u."readingId", u."isSameWords", p."readerId", s."label", s."fields"
    FROM fresh u JOIN "PassStatement" s ON s."id" IN (u."leftId", u."rightId") JOIN "BlindPass" p ON p."id" = s."passId"
  ), pairs AS (
    SELECT r.month, r."start", r.a, r.b, u."isSameWords", x."label" AS xl, y."label" AS yl, x."fields" AS xf, y."fields" AS yf
    FROM fresh u JOIN readers r ON r."id" = u."readingId"
    LEFT JOIN sides x ON x."id" = u."id" AND x."readerId" = r.a
    LEFT JOIN sides y ON y."id" = u."id" AND y."readerId" = r.b
  ), said AS (
    SELECT month, "start", a, b, v.field, v.x, v.y FROM pairs CROSS JOIN LATERAL (VALUES
      ('LABEL', xl::text, yl::text), ('SOURCING', xf ->> 'sourcing', yf ->> 'sourcing'),
      ('CERTAINTY', xf ->> 'factualityWriter', yf ->> 'factualityWriter'), ('TIME', xf ->> 'time', yf ->> 'time'),
      ('SPAN', CASE WHEN xf IS NOT NULL AND (yf IS NULL OR "isSameWords") THEN 'MARKED' ELSE 'NOT_MARKED' END,
               CASE WHEN yf IS NOT NULL AND (xf IS NULL OR "isSameWords") THEN 'MARKED' ELSE 'NOT_MARKED' END)
    ) AS v(field, x, y)
    WHERE v.x IS NOT NULL AND v.y IS NOT NULL AND (v.x, v.y) <> ('NOT_MARKED', 'NOT_MARKED')
    -- Two that overlap and mean other words are two marks, each of one reader.
    UNION ALL SELECT month, "start", a, b, 'SPAN', w.x, w.y FROM pairs
      CROSS JOIN (VALUES ('MARKED', 'NOT_MARKED'), ('NOT_MARKED', 'MARKED')) AS w(x, y)
      WHERE xf IS NOT NULL AND yf IS NOT NULL AND NOT "isSameWords"
  )
  SELECT month, field::"AgreementField", "start", a, b, x, y, count(*)::int FROM said
  GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 1, 2, 3, 4, 5, 6, 7
  ON CONFLICT ("month", "field", "start", "readerA", "readerB", "first", "second")
    DO UPDATE SET "count" = "AgreementCount"."count" + EXCLUDED."count";
  RETURN NULL;
END $$;

CREATE TRIGGER "ReadingUnit_counted" AFTER INSERT ON "ReadingUnit"
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION count_agreement();

ALTER TABLE "AgreementCount" ADD CONSTRAINT "AgreementCount_counts" CHECK ("count" > 0 AND "readerA" < "readerB" AND "month" = date_trunc('month', "month"));

-- --- by rule ----------------------------------------------------------------------------------------------------------------

ALTER TABLE "ReadingRule"
  ADD CONSTRAINT "ReadingRule_one" CHECK ("name" = 'pages'),
  ADD CONSTRAINT "ReadingRule_bounded" CHECK ("everyNth" BETWEEN 1 AND 1000);
INSERT INTO "ReadingRule" ("name", "start") VALUES ('pages', 'SUGGESTIONS');

-- A sequence, so that pages that come in at the same time don't wait for each other.
CREATE SEQUENCE "ReadingRule_turn" OWNED BY "ReadingRule"."everyNth";

CREATE FUNCTION ask_by_rule() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE rule record;
BEGIN
  SELECT "everyNth", "start" INTO rule FROM "ReadingRule" WHERE "name" = 'pages';
  IF rule."everyNth" IS NULL OR nextval('"ReadingRule_turn"') % rule."everyNth" <> 0 THEN RETURN NULL; END IF;
  INSERT INTO "BlindReading" ("id", "versionId", "start") VALUES (gen_random_uuid(), NEW."id", rule."start");
  RETURN NULL;
END $$;

CREATE TRIGGER "ArticleVersion_read_by_rule" AFTER INSERT ON "ArticleVersion" FOR EACH ROW
  WHEN (NEW."number" = 1) EXECUTE FUNCTION ask_by_rule();

-- --- nothing recorded is lost -----------------------------------------------------------------------------------------------

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['BlindReading', 'BlindPass', 'PassStatement', 'PassNote', 'ReadingUnit', 'AgreementCount', 'ReadingRule'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_kept', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
  END LOOP;
END $$;
