-- Addresses that are told what happens to what is published. Secrets are sealed, everything has a bound, and whatever waits is found by an index.

ALTER TABLE "Webhook"
  ADD CONSTRAINT "Webhook_bounded" CHECK (
    length("address") BETWEEN 1 AND 2000 AND length("note") <= 200 AND length("secret") <= 500 AND length("oldSecret") <= 500
    AND cardinality("events") BETWEEN 1 AND 4 AND "failures" >= 0 AND "missed" >= 0),
  ADD CONSTRAINT "Webhook_chosen" CHECK (NOT 'TEST' = ANY ("events")),
  ADD CONSTRAINT "Webhook_old_secret_whole" CHECK (("oldSecret" IS NULL) = ("oldSecretUntil" IS NULL)),
  ADD CONSTRAINT "Webhook_stopped_whole" CHECK (("stop" IS NULL) = ("stoppedAt" IS NULL)),
  ADD CONSTRAINT "Webhook_failing_whole" CHECK (("failures" = 0) = ("failingSince" IS NULL));

ALTER TABLE "WebhookDelivery"
  ADD CONSTRAINT "WebhookDelivery_bounded" CHECK (
    pg_column_size("data") <= 8000 AND length("said") <= 500 AND length("trouble") <= 500 AND "step" BETWEEN 0 AND 99 AND "tries" >= 0),
  ADD CONSTRAINT "WebhookDelivery_waits_for_a_try" CHECK (("state" = 'WAITING') = ("nextTryAt" IS NOT NULL)),
  ADD CONSTRAINT "WebhookDelivery_tried_whole" CHECK (("tries" = 0) = ("triedAt" IS NULL));
CREATE INDEX "WebhookDelivery_waiting" ON "WebhookDelivery" ("webhookId", "nextTryAt", "id") WHERE "state" = 'WAITING';
-- What is old goes.
CREATE INDEX "WebhookDelivery_ended" ON "WebhookDelivery" ("at") WHERE "state" <> 'WAITING';

ALTER TABLE "WebhookDueMark" ADD CONSTRAINT "WebhookDueMark_one" CHECK ("id" = 1);

-- What happened, and to whom it was told, stays as it was written.
CREATE FUNCTION guard_webhook_delivery() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF ROW(NEW."id", NEW."webhookId", NEW."event", NEW."at", NEW."data") IS DISTINCT FROM ROW(OLD."id", OLD."webhookId", OLD."event", OLD."at", OLD."data") THEN
    RAISE EXCEPTION 'what a webhook is told is written once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "WebhookDelivery_guard" BEFORE UPDATE ON "WebhookDelivery" FOR EACH ROW EXECUTE FUNCTION guard_webhook_delivery();

-- A webhook that switched itself off is told of by nobody.
ALTER TABLE "Notice" DROP CONSTRAINT "Notice_names_one";
ALTER TABLE "Notice"
  ADD CONSTRAINT "Notice_names_one" CHECK (
    num_nonnulls("commentId", "actId", "reviewId", "webhookId") = 1 AND
    CASE "kind" WHEN 'ASSIGNED' THEN "actId" IS NOT NULL
      WHEN 'RETURNED' THEN "reviewId" IS NOT NULL
      WHEN 'WEBHOOK_OFF' THEN "webhookId" IS NOT NULL
      ELSE "commentId" IS NOT NULL END),
  ADD CONSTRAINT "Notice_by_somebody" CHECK (("byId" IS NULL) = ("kind" = 'WEBHOOK_OFF'));
