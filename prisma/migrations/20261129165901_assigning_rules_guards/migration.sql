-- What a rule gave still names it, so rules and turns stay; an act on the queue is a person's or a rule's.
ALTER TABLE "QueueAct" ADD CONSTRAINT "QueueAct_by_one"
  CHECK (("byId" IS NULL) = ("ruleId" IS NOT NULL) AND ("ruleId" IS NULL) = ("givenToId" IS NULL));
ALTER TABLE "AssigningRule"
  ADD CONSTRAINT "AssigningRule_bounded" CHECK (length("name") BETWEEN 1 AND 80 AND length("publisher") BETWEEN 1 AND 200 AND "language" ~ '^[a-z]{2,3}$'),
  ADD CONSTRAINT "AssigningRule_applies_to_one" CHECK ("feedId" IS NULL OR "publisher" IS NULL),
  ADD CONSTRAINT "AssigningRule_counted" CHECK ("place" > 0 AND "turn" >= 0 AND "missed" >= 0);
ALTER TABLE "AssigningPerson"
  ADD CONSTRAINT "AssigningPerson_counted" CHECK ("given" >= 0 AND "place" BETWEEN 1 AND 20);
CREATE TRIGGER "AssigningRule_kept" BEFORE DELETE ON "AssigningRule" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AssigningRule_no_truncate" BEFORE TRUNCATE ON "AssigningRule" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AssigningPerson_kept" BEFORE DELETE ON "AssigningPerson" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AssigningPerson_no_truncate" BEFORE TRUNCATE ON "AssigningPerson" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Work that no person gave is a rule's, which the act names.
ALTER TABLE "Notice" DROP CONSTRAINT "Notice_by_somebody";
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_by_somebody" CHECK ("kind" = 'ASSIGNED' OR ("byId" IS NULL) = ("kind" = 'WEBHOOK_OFF'));
