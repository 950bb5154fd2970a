-- Pages are named where the quotation was found on them; why a copy wasn't looked through is said where it wasn't.
ALTER TABLE "EvidenceCopy"
  ADD CONSTRAINT "EvidenceCopy_pages" CHECK (CASE
    WHEN "firstPage" IS NULL THEN "lastPage" IS NULL
    ELSE "lastPage" IS NOT NULL AND "firstPage" >= 1 AND "lastPage" >= "firstPage" AND "quote" IS NOT DISTINCT FROM 'FOUND' END),
  ADD CONSTRAINT "EvidenceCopy_unread" CHECK ("unread" IS NULL OR "quote" IS NOT DISTINCT FROM 'NOT_LOOKED_FOR');
