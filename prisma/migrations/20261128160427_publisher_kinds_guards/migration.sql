-- A publisher keeps its name, by which pages to come are known, and stays.
CREATE FUNCTION guard_publisher() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."id", NEW."name") IS DISTINCT FROM (OLD."id", OLD."name") THEN
    RAISE EXCEPTION 'a publisher keeps its name' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Publisher_guard" BEFORE UPDATE ON "Publisher" FOR EACH ROW EXECUTE FUNCTION guard_publisher();
CREATE TRIGGER "Publisher_stays" BEFORE DELETE ON "Publisher" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Publisher_no_truncate" BEFORE TRUNCATE ON "Publisher" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The list of the desk in its order, and its search, as those of speakers.
CREATE INDEX "Publisher_list" ON "Publisher" (speaker_key(NULL, "name") COLLATE "C", "id");
CREATE INDEX "Publisher_grams" ON "Publisher" USING GIN (name_grams("name"));
