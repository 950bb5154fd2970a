-- A page is dismissed with a reason, or not at all.

ALTER TABLE "Article"
  ADD CONSTRAINT "Article_dismissed_with_reason" CHECK (("dismissedAt" IS NULL) = ("dismissedReason" IS NULL)),
  ADD CONSTRAINT "Article_dismissedReason_bounded" CHECK (length("dismissedReason") <= 500);
