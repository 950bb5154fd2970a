-- Suggestions on trial: how often what a rule or model suggested was published as it was. The counts are kept by the transaction that publishes or
-- withdraws; `rebuild_trials` writes all of them anew. What counts as right is said in lib/domain/suggestion-trials.ts, too, which a rebuild
-- compares with.

-- What became of the suggestions that a review decided: for each the first reason of each kind, and what is judged of it.
CREATE FUNCTION judged_suggestions(review uuid)
RETURNS TABLE ("suggestionId" uuid, "rule" text, "version" text, "field" "TrialField", "verdict" "TrialVerdict") LANGUAGE sql STABLE AS $$
  SELECT g."id", why."rule", why."version", f."field"::"TrialField", (CASE
    WHEN s."id" IS NULL THEN 'REMOVED' WHEN f."isSame" THEN 'RIGHT' ELSE 'CHANGED' END)::"TrialVerdict"
  FROM "SuggestionDecision" d
  JOIN "Suggestion" g ON g."id" = d."suggestionId"
  LEFT JOIN "Statement" s ON s."id" = d."statementId" AND s."removedAt" IS NULL
  LEFT JOIN "Speaker" proposed ON proposed."id" = g."speakerId"
  LEFT JOIN "Speaker" credited ON credited."id" = s."speakerId"
  LEFT JOIN "Prediction" p ON p."statementId" = s."id"
  CROSS JOIN LATERAL (
    SELECT DISTINCT ON (one ->> 'axis') one ->> 'axis' AS axis, one ->> 'rule' AS "rule", one ->> 'version' AS "version"
    FROM jsonb_array_elements(CASE jsonb_typeof(g."reasons") WHEN 'array' THEN g."reasons" ELSE '[]' END) WITH ORDINALITY AS each(one, place)
    WHERE one ->> 'rule' IS NOT NULL AND one ->> 'version' IS NOT NULL ORDER BY one ->> 'axis', place
  ) why
  JOIN LATERAL (VALUES
    ('SOURCING', 'LABEL', s."label" = g."label"),
    ('SOURCING', 'SOURCING', s."sourcing" = g."sourcing"),
    ('SOURCING', 'SOURCE', s."speakerId" IS NOT DISTINCT FROM g."speakerId"
      OR (proposed."name", proposed."kind") = (credited."name", credited."kind")),
    ('FACTUALITY', 'CERTAINTY', s."factualityWriter" = g."factualityWriter"),
    ('TIME', 'WINDOW', p."statementId" IS NOT NULL AND p."dueFrom" IS NOT DISTINCT FROM (g."prediction" ->> 'dueFrom')::date
      AND p."dueTo" IS NOT DISTINCT FROM (g."prediction" ->> 'dueTo')::date)
  ) AS f(axis, "field", "isSame") ON f.axis = why.axis
  WHERE d."reviewId" = review AND d."undoneAt" IS NULL
$$;

-- Of these publications, by the week in which each was published.
CREATE FUNCTION trials_of(publications uuid[])
RETURNS TABLE ("rule" text, "version" text, "field" "TrialField", "verdict" "TrialVerdict", "week" date, "count" int, "exampleId" uuid)
LANGUAGE sql STABLE AS $$
  SELECT j."rule", j."version", j."field", j."verdict", date_trunc('week', p."publishedAt" AT TIME ZONE 'UTC')::date,
    count(*)::int, max(j."suggestionId"::text)::uuid
  FROM "Publication" p CROSS JOIN LATERAL judged_suggestions(p."reviewId") j
  WHERE p."id" = ANY (publications) GROUP BY 1, 2, 3, 4, 5
$$;

CREATE FUNCTION count_in(publications uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "SuggestionTrial" AS kept ("rule", "version", "field", "verdict", "week", "count", "exampleId")
  SELECT * FROM trials_of(publications) ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT ("rule", "version", "field", "verdict", "week")
    DO UPDATE SET "count" = kept."count" + EXCLUDED."count", "exampleId" = EXCLUDED."exampleId"
$$;

CREATE FUNCTION count_out(publications uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "SuggestionTrial" kept SET "count" = kept."count" - one."count" FROM trials_of(publications) one
  WHERE (kept."rule", kept."version", kept."field", kept."verdict", kept."week")
    = (one."rule", one."version", one."field", one."verdict", one."week");
  DELETE FROM "SuggestionTrial" WHERE "count" = 0;
END $$;

-- Of a version its last publication counts, unless that was withdrawn. Who publishes takes turns, as with all that stands.
CREATE FUNCTION keep_trials() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before record;
BEGIN
  PERFORM lock_standing();
  IF TG_OP = 'UPDATE' THEN
    PERFORM 1 FROM "Publication" p WHERE p."articleId" = NEW."articleId" AND p."versionId" = NEW."versionId"
      AND (p."publishedAt", p."id") > (NEW."publishedAt", NEW."id");
    IF NOT FOUND THEN PERFORM count_out(ARRAY[NEW."id"]); END IF;
    RETURN NULL;
  END IF;
  SELECT p."id", p."publishedAt", p."withdrawnAt" INTO before FROM "Publication" p
    WHERE p."articleId" = NEW."articleId" AND p."versionId" = NEW."versionId" AND p."id" <> NEW."id"
    ORDER BY p."publishedAt" DESC, p."id" DESC LIMIT 1;
  IF before."id" IS NOT NULL THEN
    -- A clock that went back: the other one is the last of the two.
    IF (before."publishedAt", before."id") > (NEW."publishedAt", NEW."id") THEN RETURN NULL; END IF;
    IF before."withdrawnAt" IS NULL THEN PERFORM count_out(ARRAY[before."id"]); END IF;
  END IF;
  PERFORM count_in(ARRAY[NEW."id"]);
  RETURN NULL;
END $$;

CREATE TRIGGER "Publication_trials" AFTER INSERT ON "Publication" FOR EACH ROW
  WHEN (NEW."versionId" IS NOT NULL) EXECUTE FUNCTION keep_trials();
CREATE TRIGGER "Publication_trials_withdrawn" AFTER UPDATE OF "withdrawnAt" ON "Publication" FOR EACH ROW
  WHEN (NEW."versionId" IS NOT NULL AND OLD."withdrawnAt" IS NULL AND NEW."withdrawnAt" IS NOT NULL) EXECUTE FUNCTION keep_trials();

-- For the owner: all rows anew.
CREATE FUNCTION rebuild_trials() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM lock_standing();
  DELETE FROM "SuggestionTrial";
  PERFORM count_in(ARRAY(
    SELECT "id" FROM (
      SELECT DISTINCT ON ("versionId") "id", "withdrawnAt" FROM "Publication" WHERE "versionId" IS NOT NULL
      ORDER BY "versionId", "publishedAt" DESC, "id" DESC
    ) last WHERE "withdrawnAt" IS NULL));
END $$;

REVOKE ALL ON FUNCTION judged_suggestions(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION trials_of(uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION count_in(uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION count_out(uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION keep_trials() FROM PUBLIC;
REVOKE ALL ON FUNCTION rebuild_trials() FROM PUBLIC;

-- What has come to nothing is found without reading what hasn't.
CREATE INDEX "SuggestionTrial_nothing" ON "SuggestionTrial" ("week") WHERE "count" = 0;

ALTER TABLE "SuggestionTrial"
  ADD CONSTRAINT "SuggestionTrial_counts" CHECK ("count" >= 0),
  ADD CONSTRAINT "SuggestionTrial_weeks" CHECK ("week" = date_trunc('week', "week")::date);

-- --- switched off ------------------------------------------------------------------------------------------------------------

CREATE UNIQUE INDEX "RuleSwitch_one_off" ON "RuleSwitch" ("rule", "version") WHERE "onAt" IS NULL;

ALTER TABLE "RuleSwitch"
  ADD CONSTRAINT "RuleSwitch_reasoned" CHECK (btrim("reason") <> '' AND char_length("reason") <= 500),
  ADD CONSTRAINT "RuleSwitch_on_whole" CHECK (
    ("onAt" IS NULL AND "onById" IS NULL AND "onReason" IS NULL)
    OR ("onAt" IS NOT NULL AND "onById" IS NOT NULL AND btrim("onReason") <> '' AND char_length("onReason") <= 500));

CREATE FUNCTION guard_rule_switch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."onAt" IS NOT NULL
     OR to_jsonb(NEW) - 'onAt' - 'onById' - 'onReason' IS DISTINCT FROM to_jsonb(OLD) - 'onAt' - 'onById' - 'onReason' THEN
    RAISE EXCEPTION 'a rule that was switched off is only switched on again, once' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "RuleSwitch_guard" BEFORE UPDATE ON "RuleSwitch" FOR EACH ROW EXECUTE FUNCTION guard_rule_switch();
CREATE TRIGGER "RuleSwitch_kept" BEFORE DELETE ON "RuleSwitch" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RuleSwitch_no_truncate" BEFORE TRUNCATE ON "RuleSwitch" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What was published before.
SELECT rebuild_trials();
