import { isDeepStrictEqual } from "node:util";
import { calendarDate, dateColumn } from "#lib/db/core/calendar";
import type { Tx } from "#lib/db/core/client";
import type { Publication, Standing, StandingChange, StandingStatement } from "#lib/db/generated/client";
import {
  type ArticlePublication,
  PublicationContent,
  type PublishedStatement,
} from "#lib/domain/publications";
import type { RecordFault } from "#lib/domain/record-checks";
import { wronglyPromised } from "./promise-rows";
import { wronglySaid } from "./search-facets";
import { straySearchRows, wronglySearched } from "./search-rows";
import { strayTopics, wronglyTagged } from "./topic-rows";
import { strayTrackRows, wronglyTracked } from "./track-rows";
import { wronglyUpstream } from "./upstream-rows";

/**
 * Is what stands what the publications say? The database works these rows out by itself (migration `what_stands_guards`); here the same is
 * worked out a second time, from the parsed content, and compared. What stands is of each page and each claim the latest publication,
 * unless it was withdrawn.
 */

/** Where a statement stands whose post has no day: behind all others. */
const NO_DAY = "9999-12-31";

/** A row of `StandingStatement`, with the claim's address instead of its id. */
export type PlaceRow = Omit<StandingStatement, "claimId"> & { readonly claimSlug: string | null };

/** The row that a statement of a page that stands has to have. */
export function placeRow(
  publication: Pick<Publication, "id" | "publishedAt">,
  content: ArticlePublication,
  statement: PublishedStatement,
): PlaceRow {
  const { number, label, claim, speaker, prediction, post } = statement;
  return {
    publicationId: publication.id,
    number,
    publishedAt: publication.publishedAt,
    day: dateColumn(content.posts[post]?.date ?? NO_DAY) ?? new Date(Number.NaN),
    label,
    claimSlug: claim?.slug ?? null,
    speaker: speaker?.name ?? null,
    speakerKind: speaker?.kind ?? null,
    dueFrom: dateColumn(prediction?.dueFrom ?? null),
    dueTo: dateColumn(prediction?.dueTo ?? null),
    outcome: prediction?.outcome?.result ?? null,
  };
}

export const isSameRow = (a: unknown, b: unknown): boolean => isDeepStrictEqual(a, b);

/** The day of a row's post, as a cursor names it. */
export const dayOfRow = ({ day }: Pick<StandingStatement, "day">): string => calendarDate(day) ?? NO_DAY;

type Sibling = Pick<
  Publication,
  "id" | "articleId" | "claimId" | "publishedAt" | "withdrawnAt" | "correction"
>;

/** What the rows of these publications have to be, told from all publications of the same pages and claims. */
class Expected {
  readonly #latest = new Map<string, Sibling>();
  readonly #told = new Map<string, Sibling>();
  /** `siblings` come in the order of their times. */
  constructor(siblings: readonly Sibling[]) {
    for (const one of siblings) {
      this.#latest.set(subjectOf(one), one);
      if (one.withdrawnAt !== null) this.#told.set(withdrawalOf(one), one);
    }
  }
  stands({ id, withdrawnAt }: Sibling, subject: string): boolean {
    return withdrawnAt === null && this.#latest.get(subject)?.id === id;
  }
  changes(one: Sibling): Omit<StandingChange, "publicationId">[] {
    const { id, publishedAt, withdrawnAt, correction } = one;
    const subjectId = subjectOf(one);
    const isThere = this.#latest.get(subjectId)?.withdrawnAt === null;
    const told = this.#told.get(withdrawalOf(one));
    return [
      ...(correction !== null && isThere ? [{ isWithdrawal: false, at: publishedAt, subjectId }] : []),
      ...(withdrawnAt !== null && told?.id === id
        ? [{ isWithdrawal: true, at: withdrawnAt, subjectId }]
        : []),
    ];
  }
}

/** What was withdrawn at once is told once. */
const withdrawalOf = (one: Sibling): string => `${subjectOf(one)} ${one.withdrawnAt?.toISOString()}`;

const subjectOf = ({ articleId, claimId }: Pick<Publication, "articleId" | "claimId">): string =>
  articleId ?? claimId ?? "";

/** All publications of these pages and claims, in the order of their times. */
function siblingsOf(tx: Tx, subjects: readonly string[]): Promise<Sibling[]> {
  return tx.publication.findMany({
    where: { OR: [{ articleId: { in: [...subjects] } }, { claimId: { in: [...subjects] } }] },
    orderBy: [{ publishedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      articleId: true,
      claimId: true,
      publishedAt: true,
      withdrawnAt: true,
      correction: true,
    },
  });
}

/** Those of these publications about which the rows say something else than they do. */
export async function wronglyStanding(
  tx: Tx,
  publications: readonly Publication[],
): Promise<ReadonlySet<string>> {
  const publicationId = { in: publications.map(({ id }) => id) };
  const siblings = await siblingsOf(tx, publications.map(subjectOf));
  const standing = groups(await tx.standing.findMany({ where: { publicationId } }));
  const changes = groups(
    await tx.standingChange.findMany({ where: { publicationId }, orderBy: { isWithdrawal: "asc" } }),
  );
  const statements = groups(
    (
      await tx.standingStatement.findMany({
        where: { publicationId },
        orderBy: { number: "asc" },
        include: { claim: { select: { slug: true } } },
      })
    ).map(({ claim, claimId: _, ...row }): PlaceRow => ({ ...row, claimSlug: claim?.slug ?? null })),
  );
  const expected = new Expected(siblings);
  const isRight = (one: Publication): boolean => {
    const { id: publicationId } = one;
    const content = PublicationContent.safeParse(one.content).data;
    const stands = expected.stands(one, subjectOf(one));
    const told = expected.changes(one).map((change) => ({ publicationId, ...change }));
    return (
      isSameRow(standing.get(one.id) ?? [], stands ? [standingRow(one, content)] : []) &&
      isSameRow(statements.get(one.id) ?? [], stands ? placeRows(one, content) : []) &&
      isSameRow(changes.get(one.id) ?? [], told)
    );
  };
  const stand = publications.filter((one) => expected.stands(one, subjectOf(one)));
  const [searched, said, promised, upstream, tagged, tracked] = [
    await wronglySearched(tx, publications),
    await wronglySaid(tx, stand, publicationId.in),
    await wronglyPromised(tx, stand, publicationId.in),
    await wronglyUpstream(tx, stand, publicationId.in),
    await wronglyTagged(tx, stand, publicationId.in),
    await wronglyTracked(
      tx,
      publications.map((one) => ({
        id: one.id,
        publishedAt: one.publishedAt,
        stands: expected.stands(one, subjectOf(one)),
        content: PublicationContent.safeParse(one.content).data,
        corrections: siblings.filter(
          ({ articleId, correction }) => articleId === one.articleId && correction !== null,
        ).length,
      })),
    ),
  ];
  const isWrong = (one: Publication) =>
    [searched, said, promised, upstream, tagged, tracked].some((wrong) => wrong.has(one.id)) || !isRight(one);
  return new Set(publications.filter(isWrong).map(({ id }) => id));
}

function standingRow(one: Publication, content: PublicationContent | undefined): Standing {
  return {
    subjectId: subjectOf(one),
    kind: one.kind,
    publicationId: one.id,
    publishedAt: one.publishedAt,
    publisher: content?.kind === "ARTICLE" ? content.article.publisher : null,
  };
}

function placeRows(one: Publication, content: PublicationContent | undefined): PlaceRow[] {
  if (content?.kind !== "ARTICLE") return [];
  return content.statements
    .map((statement) => placeRow(one, content, statement))
    .sort((a, b) => a.number - b.number);
}

function groups<Row extends { readonly publicationId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const by = new Map<string, Row[]>();
  for (const row of rows) by.set(row.publicationId, [...(by.get(row.publicationId) ?? []), row]);
  return by;
}

const MOST = 100;

/** Rows that no publication accounts for: claims with another count or time than their places have, totals, and what names nothing. */
export async function strayRows(tx: Tx): Promise<RecordFault[]> {
  const claims = await tx.$queryRaw<{ id: string }[]>`
    SELECT coalesce(kept."claimId", made."claimId")::text AS id FROM "StandingClaim" kept
    FULL JOIN (
      SELECT "claimId", max("publishedAt") AS "publishedAt", sum(places)::int AS appearances FROM (
        SELECT "subjectId" AS "claimId", "publishedAt", 0 AS places FROM "Standing" WHERE kind = 'CLAIM'
        UNION ALL
        SELECT "claimId", "publishedAt", 1 FROM "StandingStatement" WHERE "claimId" IS NOT NULL
      ) each GROUP BY "claimId"
    ) made ON made."claimId" = kept."claimId"
    WHERE (kept."publishedAt", kept.appearances) IS DISTINCT FROM (made."publishedAt", made.appearances) LIMIT ${MOST}`;
  const totals = await tx.$queryRaw<{ id: string }[]>`
    SELECT coalesce(total.name, made.name) AS id FROM "StandingTotal" total
    FULL JOIN (
      SELECT 'StandingClaim' AS name, count(*)::int AS count FROM "StandingClaim"
      UNION ALL SELECT 'StandingChange', count(*)::int FROM "StandingChange"
      UNION ALL SELECT 'StandingPage', count(*)::int FROM "Standing" WHERE kind = 'ARTICLE'
    ) made ON made.name = total.name
    WHERE made.count IS DISTINCT FROM total.count`;
  const orphans = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT "publicationId"::text AS id FROM (
      SELECT "publicationId" FROM "Standing" UNION ALL SELECT "publicationId" FROM "StandingStatement"
      UNION ALL SELECT "publicationId" FROM "StandingChange" UNION ALL SELECT "publicationId" FROM "StandingPromise"
      UNION ALL SELECT "publicationId" FROM "StandingSaid" UNION ALL SELECT "publicationId" FROM "StandingTopic"
      UNION ALL SELECT "publicationId" FROM "StandingUpstream"
    ) each WHERE NOT EXISTS (SELECT 1 FROM "Publication" p WHERE p.id = each."publicationId") LIMIT ${MOST}`;
  return [
    ...orphans.map(({ id }) => ({ kind: "STANDING" as const, of: "publication" as const, id })),
    ...claims.map(({ id }) => ({ kind: "STANDING" as const, of: "claim" as const, id })),
    ...totals.map(({ id }) => ({ kind: "STANDING" as const, of: "total" as const, id })),
    ...(await straySearchRows(tx)),
    ...(await strayTopics(tx)),
    ...(await strayTrackRows(tx)),
  ];
}
