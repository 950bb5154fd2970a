-- The last event that changed what readers see, without walking the events of a day's imports.
CREATE INDEX "AuditEvent_shown" ON "AuditEvent" ("sequence") WHERE "action" IN ('review.publish', 'review.withdraw', 'payload.erase');
