-- As those of a statement. Every suggestion that is there has none.
ALTER TABLE "Suggestion"
  ADD CONSTRAINT "Suggestion_content_pieces" CHECK (are_pieces("content", "start", "end"));
