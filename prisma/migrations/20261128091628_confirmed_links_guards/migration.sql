-- A link that was used longer ago than it used to be told for isn't told anew.
UPDATE "Invitation" SET "confirmedAt" = "usedAt" WHERE "usedAt" < now() - interval '7 days';

ALTER TABLE "Invitation"
  ADD CONSTRAINT "Invitation_confirmed_after_use" CHECK ("confirmedAt" IS NULL OR "usedAt" IS NOT NULL);
