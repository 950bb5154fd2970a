import type { Tx } from "#lib/db/core/client";
import type { Publication } from "#lib/db/generated/client";
import { PublicationContent } from "#lib/domain/publications";

/** Do the rows say of each page that stands whom its text is from, as it was published? The database takes that out of the JSON by itself (migration `text_sources_guards`). */

function rowsOf({ id, publishedAt, content }: Publication) {
  const page = PublicationContent.safeParse(content).data;
  if (page?.kind !== "ARTICLE") return [];
  const ids = new Set((page.provenance ?? []).map(({ page: { id: upstreamId } }) => upstreamId));
  return [...ids].map((upstreamId) => ({
    publicationId: id,
    upstreamId,
    publishedAt: publishedAt.toISOString(),
  }));
}

/** Of the publications `ids`, of which `standing` stand: those of which the rows say something else than they do. */
export async function wronglyUpstream(
  tx: Tx,
  standing: readonly Publication[],
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const wrong = await tx.$queryRaw<{ id: string }[]>`
    WITH made AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(standing.flatMap(rowsOf))}::jsonb)
        AS one("publicationId" uuid, "upstreamId" uuid, "publishedAt" timestamptz)
    ), kept AS (
      SELECT * FROM "StandingUpstream" WHERE "publicationId" = ANY (${[...ids]}::uuid[])
    )
    SELECT DISTINCT "publicationId" AS id FROM kept FULL JOIN made USING ("publicationId", "upstreamId")
    WHERE kept."publishedAt" IS DISTINCT FROM made."publishedAt"`;
  return new Set(wrong.map(({ id }) => id));
}
