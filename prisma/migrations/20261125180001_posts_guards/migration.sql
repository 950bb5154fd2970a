-- What Prisma's schema can't say about addresses that hold several posts.

ALTER TABLE "Article"
  ADD CONSTRAINT "Article_heading_said" CHECK ("heading" <> '');

-- An address is one article, or each of its posts is one: never both.
CREATE FUNCTION guard_article_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."heading" IS NULL THEN
    PERFORM 1 FROM "Article" a WHERE a."url" = NEW."identity" AND a."heading" IS NOT NULL;
  ELSE
    PERFORM 1 FROM "Article" a WHERE a."identity" = NEW."url";
  END IF;
  IF FOUND THEN
    RAISE EXCEPTION 'an address is one article, or each of its posts is one' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Article_address_guard" BEFORE INSERT ON "Article" FOR EACH ROW EXECUTE FUNCTION guard_article_address();
