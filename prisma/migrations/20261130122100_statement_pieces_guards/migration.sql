-- The pieces of a statement: starts and ends by turns, each further on than the one before, from its start to its end; two to eight of them.
CREATE FUNCTION are_pieces(pieces integer[], first integer, last integer) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT pieces IS NOT NULL AND (cardinality(pieces) = 0 OR (
    cardinality(pieces) BETWEEN 4 AND 16 AND cardinality(pieces) % 2 = 0
    AND pieces[1] = first AND pieces[cardinality(pieces)] = last
    AND NOT EXISTS (SELECT FROM generate_subscripts(pieces, 1) AS at WHERE pieces[at] <= pieces[at - 1] OR pieces[at] IS NULL)))
$$;
ALTER TABLE "Statement"
  ADD CONSTRAINT "Statement_content_pieces" CHECK (are_pieces("content", "start", "end"));
