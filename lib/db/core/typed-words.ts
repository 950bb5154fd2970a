import { Prisma } from "#lib/db/generated/client";
import type { Question } from "#lib/domain/search";

/** A tsquery in which everything that was typed has to be found: by its stem or its beginning, and side by side between quotation marks. */
export function typedWords({ parts }: Question): Prisma.Sql {
  const said = JSON.stringify(parts.map((part) => part.join(" ")));
  return Prisma.sql`(
    SELECT string_agg(term, ' & ')::tsquery FROM (
      SELECT CASE WHEN count(*) = 1
        THEN min(format('(%L | %L:*)', search_stem(w."word"), w."word"))
        ELSE '(' || string_agg(format('%L', w."word"), ' <-> ' ORDER BY w."place") || ')' END AS term
      FROM json_array_elements_text(${said}::json) WITH ORDINALITY AS part(said, n), search_words(part.said) w
      GROUP BY part.n
    ) terms)`;
}
