-- An address, or something that was given: that is kept until it is read. What ended was found, or says why not.
ALTER TABLE "FactCheckLook"
  ADD CONSTRAINT "FactCheckLook_of_one" CHECK (("url" IS NULL OR num_nonnulls("name", "given") = 0) AND octet_length("given") <= 6000003),
  ADD CONSTRAINT "FactCheckLook_whole" CHECK (CASE
    WHEN "endedAt" IS NULL THEN num_nonnulls("message", "found") = 0 AND num_nonnulls("url", "given") = 1
    ELSE num_nonnulls("message", "found") = 1 AND "given" IS NULL END);
-- Few wait at a time, and those whose job is gone are looked for every minute.
CREATE INDEX "FactCheckLook_waiting" ON "FactCheckLook" ("id") WHERE "endedAt" IS NULL;
