-- Where on the desk an act is seen: `article:<id>`, `claim:<id>`, or `queue` for one on many items. `user:<id>` is for the web servers themselves,
-- which look again whether that person is still let in. Null for what nobody is told of: all else, and whatever belongs to a page that is read blind.
CREATE FUNCTION live_place(subject text, action text) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  kind text := split_part(subject, ':', 1);
  given text := split_part(subject, ':', 2);
  about uuid;
BEGIN
  IF action LIKE 'pass.%' OR action LIKE 'reading.%' THEN RETURN NULL; END IF;
  IF given !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN RETURN NULL; END IF;
  IF kind = 'queue' THEN RETURN kind; END IF;
  IF kind IN ('article', 'claim', 'user') THEN RETURN subject; END IF;
  IF kind = 'provenance' THEN RETURN 'article:' || given; END IF;
  IF kind = 'version' THEN
    about := given::uuid;
  ELSIF kind = 'review' THEN
    SELECT r."versionId" INTO about FROM "Review" r WHERE r."id" = given::uuid;
    IF about IS NULL THEN
      RETURN (SELECT 'claim:' || r."claimId" FROM "Review" r WHERE r."id" = given::uuid);
    END IF;
  ELSE
    RETURN NULL;
  END IF;
  RETURN (SELECT 'article:' || v."articleId" FROM "ArticleVersion" v
    WHERE v."id" = about AND NOT EXISTS (
      SELECT FROM "BlindReading" b WHERE b."versionId" = v."id"
        AND (b."state" = 'READING' OR (b."state" = 'SETTLING' AND b."reviewId" IS NULL))));
END $$;

-- Every act is written here, by whoever does it, so none can be forgotten. PostgreSQL tells of it once the transaction is kept, and of none that
-- isn't. Told are its place in the history, where it is seen and who did it, and not a word of what was done.
CREATE FUNCTION tell_live() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('onrecord_changes',
    json_build_object('sequence', told."sequence", 'place', told.place, 'by', told."actorId")::text)
  FROM (
    SELECT max(e."sequence") AS "sequence", live_place(e."subjectId", e."action") AS place, e."actorId"
    FROM added e GROUP BY 2, 3 ORDER BY 1
  ) told WHERE told.place IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER "AuditEvent_live" AFTER INSERT ON "AuditEvent"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tell_live();
