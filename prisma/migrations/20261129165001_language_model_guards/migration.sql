-- What a language model was asked for. Everything has a bound, and what was asked stays as it was written.

ALTER TABLE "ModelRequest"
  ADD CONSTRAINT "ModelRequest_bounded" CHECK (
    length("model") BETWEEN 1 AND 200 AND length("prompt") BETWEEN 1 AND 60 AND length("fault") <= 40 AND length("currency") = 3
    AND "tokensIn" >= 0 AND "tokensOut" >= 0 AND "tokens" >= 0 AND "cost" BETWEEN 0 AND 9000000000000000 AND "ms" >= 0 AND "refused" >= 0),
  ADD CONSTRAINT "ModelRequest_failed_for_a_reason" CHECK (("outcome" = 'FAILED') = ("fault" IS NOT NULL)),
  ADD CONSTRAINT "ModelRequest_refused_costs_nothing" CHECK ("outcome" <> 'REFUSED' OR ("tokens" = 0 AND "cost" = 0));

ALTER TABLE "Proposal"
  ADD CONSTRAINT "Proposal_bounded" CHECK ("position" BETWEEN 0 AND 99 AND pg_column_size("text") <= 8000),
  ADD CONSTRAINT "Proposal_decided_whole" CHECK (("fate" IS NULL) = ("decidedAt" IS NULL));

-- The ledger is a record of money: what was asked, by whom and when doesn't change, and no row goes.
CREATE FUNCTION guard_model_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF ROW(NEW."id", NEW."at", NEW."askedById", NEW."use", NEW."claimId", NEW."model", NEW."prompt", NEW."currency")
    IS DISTINCT FROM ROW(OLD."id", OLD."at", OLD."askedById", OLD."use", OLD."claimId", OLD."model", OLD."prompt", OLD."currency") THEN
    RAISE EXCEPTION 'what a language model was asked is written once' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD."outcome" <> 'ASKED' THEN
    RAISE EXCEPTION 'a request that has ended is never changed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ModelRequest_guard" BEFORE UPDATE ON "ModelRequest" FOR EACH ROW EXECUTE FUNCTION guard_model_request();

CREATE FUNCTION guard_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF ROW(NEW."id", NEW."requestId", NEW."position", NEW."text") IS DISTINCT FROM ROW(OLD."id", OLD."requestId", OLD."position", OLD."text") THEN
    RAISE EXCEPTION 'what a language model proposed is written once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Proposal_guard" BEFORE UPDATE ON "Proposal" FOR EACH ROW EXECUTE FUNCTION guard_proposal();

CREATE TRIGGER "ModelRequest_stays" BEFORE DELETE ON "ModelRequest" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ModelRequest_no_truncate" BEFORE TRUNCATE ON "ModelRequest" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Proposal_stays" BEFORE DELETE ON "Proposal" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Proposal_no_truncate" BEFORE TRUNCATE ON "Proposal" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
