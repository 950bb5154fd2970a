import { database } from "#lib/db/core/client";
import { type EvidenceWatch, Prisma } from "#lib/db/generated/client";
import { listPart } from "#lib/db/readers/lists";
import type { EvidenceWatchView, LostEvidencePage } from "#lib/domain/claim-desk";
import type { ListPlace } from "#lib/domain/cursors";
import { type EvidenceTrouble, type LostView, TROUBLE_IN } from "#lib/domain/evidence-watch";

/** Evidence that several looks didn't find as it was, a part at a time by the key of its rows. */

const ON_A_PAGE = 20;
/** Counting goes no further. */
export const MOST_LOST_COUNTED = 99;

/** The latest first. */
export async function lostEvidence(view: LostView, place: ListPlace | null): Promise<LostEvidencePage> {
  const { rows, older, newer } = await listPart(place, ON_A_PAGE, (from, take) =>
    rowsOf(TROUBLE_IN[view], from, take),
  );
  return {
    evidence: rows.map((row) => ({
      id: row.id,
      title: row.title,
      url: row.url,
      claim: { id: row.claimId, wording: row.wording },
      isPublished: row.isPublished,
      ...watchView(row),
    })),
    older,
    newer,
  };
}

type Watched = Pick<EvidenceWatch, "lookedAt" | "wellAt" | "trouble" | "since" | "message" | "saidAt">;

interface Row extends Watched {
  readonly id: string;
  readonly at: Date;
  readonly title: string;
  readonly url: string;
  readonly claimId: string;
  readonly wording: string;
  readonly isPublished: boolean;
}

function rowsOf(trouble: EvidenceTrouble, from: ListPlace | null, take: number): Promise<Row[]> {
  const isBack = from?.way === "before";
  const beyond =
    from === null
      ? Prisma.empty
      : Prisma.sql`AND (w."saidAt", w."evidenceId") ${isBack ? Prisma.sql`>` : Prisma.sql`<`}
          (${from.cursor.at}::timestamptz, ${from.cursor.id}::uuid)`;
  const order = isBack
    ? Prisma.sql`w."saidAt", w."evidenceId"`
    : Prisma.sql`w."saidAt" DESC, w."evidenceId" DESC`;
  return database().$queryRaw<Row[]>`
    SELECT w."evidenceId"::text AS "id", w."saidAt" AS "at", w."lookedAt", w."wellAt", w."trouble"::text, w."since", w."message", w."saidAt",
      e."title", e."url", r."id"::text AS "claimId", r."wording", s."subjectId" IS NOT NULL AS "isPublished"
    FROM (
      SELECT * FROM "EvidenceWatch" w
      WHERE w."trouble" = ${trouble}::"EvidenceTrouble" AND w."saidAt" IS NOT NULL ${beyond} ORDER BY ${order} LIMIT ${take}
    ) w
    JOIN "Evidence" e ON e."id" = w."evidenceId" JOIN "Claim" c ON c."id" = e."claimId" JOIN "Claim" r ON r."id" = c."rootId"
    LEFT JOIN "Standing" s ON s."subjectId" = r."id"
    ORDER BY ${order}`;
}

/** How much evidence has no page or no quotation any more, up to one more than `MOST_LOST_COUNTED` of each. */
export async function lostCounts(): Promise<{ readonly gone: number; readonly changed: number }> {
  const [counts] = await database().$queryRaw<{ gone: number; changed: number }[]>`
    SELECT (${countOf("GONE")}) AS "gone", (${countOf("CHANGED")}) AS "changed"`;
  return counts ?? { gone: 0, changed: 0 };
}

const countOf = (trouble: EvidenceTrouble) => Prisma.sql`
  SELECT count(*)::int FROM (SELECT 1 FROM "EvidenceWatch"
    WHERE "trouble" = ${trouble}::"EvidenceTrouble" AND "saidAt" IS NOT NULL LIMIT ${MOST_LOST_COUNTED + 1}) one`;

export function watchView({ lookedAt, wellAt, trouble, since, message, saidAt }: Watched): EvidenceWatchView {
  return {
    lookedAt: lookedAt?.toISOString() ?? null,
    wellAt: wellAt?.toISOString() ?? null,
    trouble:
      trouble === null || since === null || message === null
        ? null
        : { kind: trouble, since: since.toISOString(), message, isSaid: saidAt !== null },
  };
}
