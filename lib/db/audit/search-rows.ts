import type { Tx } from "#lib/db/core/client";
import type { Publication } from "#lib/db/generated/client";
import { type ArticlePublication, PublicationContent } from "#lib/domain/publications";
import type { RecordFault } from "#lib/domain/record-checks";
import { facetsOf } from "./search-facets";

/**
 * Does the search look in what was published, and in nothing else? The database takes the words out of the JSON by itself (migration
 * `search_guards`); here they are taken from parsed content, and compared. How a word is folded is told by the database alone.
 */

/** As many characters of a text are searched. */
const SEARCHED = 150_000;
const MOST = 100;

/** What is searched of a page. */
function pageText({ article, statements }: ArticlePublication): string {
  const { title, publisher, author, agency } = article;
  const said = [...statements]
    .sort((a, b) => a.number - b.number)
    .flatMap(({ exact, speaker }) => [exact, speaker?.name ?? null]);
  return [title, publisher, author, agency, ...said].filter((part) => part !== null).join("\n");
}

/** What a publication says of a claim: its own words and its verdict's, or how a page words it, told last. Null where it says nothing. */
function claimText(content: PublicationContent, slug: string): string | null {
  if (content.kind === "CLAIM") return `${content.claim.wording}\n${content.verdict.explanation}`;
  const made = content.statements.filter(({ claim }) => claim?.slug === slug);
  const last = made.sort((a, b) => b.number - a.number)[0];
  return last?.claim?.wording ?? null;
}

/** Those of these publications whose words, as the search has them, aren't the published ones. */
export async function wronglySearched(
  tx: Tx,
  publications: readonly Publication[],
): Promise<ReadonlySet<string>> {
  const byId = new Map(publications.map((one) => [one.id, one]));
  const rows = await tx.$queryRaw<
    { publicationId: string; subjectId: string; kind: string; slug: string | null }[]
  >`
    SELECT t."publicationId", t."subjectId", t.kind::text, c.slug FROM "StandingText" t
    LEFT JOIN "Claim" c ON c.id = t."subjectId" WHERE t."publicationId" = ANY (${[...byId.keys()]}::uuid[])`;
  const said = rows.map((row) => {
    const publication = byId.get(row.publicationId);
    const content = PublicationContent.safeParse(publication?.content).data;
    const isClaim = row.kind === "CLAIM";
    const text = (() => {
      if (content === undefined) return null;
      if (isClaim) return claimText(content, row.slug ?? "");
      return content.kind === "ARTICLE" && publication?.articleId === row.subjectId
        ? pageText(content)
        : null;
    })();
    return { subject: row.subjectId, text, ...(content && facetsOf(content, isClaim)) };
  });
  const wrong = await tx.$queryRaw<{ id: string }[]>`
    SELECT t."publicationId" AS id
    FROM jsonb_to_recordset(${JSON.stringify(said)}::jsonb)
      AS said(subject uuid, text text, plain text[], publishers text[], speakers text[], topics text[])
    JOIN "StandingText" t ON t."subjectId" = said.subject
    WHERE said.text IS NULL OR t.words IS DISTINCT FROM search_vector(left(said.text, ${SEARCHED}))
      OR t.facets IS DISTINCT FROM facets_told(said.plain, said.publishers, said.speakers, said.topics)
      OR EXISTS (
        SELECT 1 FROM search_words(left(said.text, ${SEARCHED})) one LEFT JOIN "StandingWord" w USING (word)
        WHERE w.near IS DISTINCT FROM search_near(one.word) OR w.stem <> search_stem(one.word) OR w.texts < 1
      )`;
  return new Set(wrong.map(({ id }) => id));
}

/** Pages and claims that are searched and can't be opened, that can be opened and aren't searched, or whose words are taken from elsewhere. */
export async function straySearchRows(tx: Tx): Promise<RecordFault[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT coalesce(t."subjectId", stands.id)::text AS id FROM "StandingText" t
    FULL JOIN (
      SELECT "subjectId" AS id, kind, "publicationId" AS source, "publishedAt" AS at FROM "Standing" WHERE kind = 'ARTICLE'
      UNION ALL
      SELECT c."claimId", 'CLAIM', coalesce(
          (SELECT s."publicationId" FROM "Standing" s WHERE s."subjectId" = c."claimId"),
          (SELECT s."publicationId" FROM "StandingStatement" s WHERE s."claimId" = c."claimId"
            ORDER BY s."publishedAt" DESC, s."publicationId" DESC LIMIT 1)), c."publishedAt"
      FROM "StandingClaim" c
    ) stands ON stands.id = t."subjectId"
    WHERE (t.kind, t."publicationId", t."publishedAt") IS DISTINCT FROM (stands.kind, stands.source, stands.at)
    LIMIT ${MOST}`;
  return rows.map(({ id }) => ({ kind: "STANDING", of: "search", id }));
}

/** Words that stand in another number of texts than they say. Reads all that is published. */
export async function strayWords(tx: Tx): Promise<RecordFault[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT coalesce(w.word, made.word) AS id FROM "StandingWord" w
    FULL JOIN search_counts((SELECT array_agg("subjectId") FROM "StandingText")) made ON made.word = w.word
    WHERE w.texts IS DISTINCT FROM made.texts LIMIT ${MOST}`;
  return rows.map(({ id }) => ({ kind: "STANDING", of: "search", id }));
}
