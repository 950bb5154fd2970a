import { factsOfVersion, SAID } from "#lib/db/articles/facts";
import type { PlaceRow } from "#lib/db/audit/standing";
import { calendarDate } from "#lib/db/core/calendar";
import { database } from "#lib/db/core/client";
import { Prisma } from "#lib/db/generated/client";
import { Shown } from "#lib/db/readers/shown";
import { templatesOfClaim } from "#lib/db/readers/templates";
import { matchOfStatement } from "#lib/db/statements/matches";
import { factsOf, STATEMENT_PARTS, type StatementRow } from "#lib/db/statements/rows";
import { templateChoiceOf } from "#lib/db/statements/template-choices";
import type { Actor } from "#lib/domain/actor";
import type { CalendarDate } from "#lib/domain/analysis";
import { saidWords } from "#lib/domain/content-pieces";
import { factsIn } from "#lib/domain/page-facts";
import {
  type DueCursor,
  type DueInbox,
  dueCursor,
  type PromiseAccess,
  type PromiseDesk,
} from "#lib/domain/promise-desk";
import { UNFINISHED } from "#lib/domain/review-rules";
import * as words from "#lib/words";

/** What signed-in people see of promises: those that fell due without an outcome, and one of them. */

const ON_A_PAGE = 20;
/** Counting goes no further, however much waits. */
const MOST_COUNTED = 500;

/** What waits on the day `today`, from a place of the list on. Asked of an index that holds nothing but what waits. */
export async function dueInbox(today: CalendarDate, after: DueCursor | null): Promise<DueInbox> {
  const [rows, overdue, dueToday] = await Promise.all([
    waiting(today, after, ON_A_PAGE + 1),
    counted(Prisma.sql`"dueTo" < ${today}::date`),
    counted(Prisma.sql`"dueTo" = ${today}::date`),
  ]);
  const shownRows = rows.slice(0, ON_A_PAGE);
  const shown = await Shown.of(shownRows.map(({ publicationId }) => publicationId));
  const reviewers = await reviewersOf(shownRows.map(({ publicationId }) => publicationId));
  const last = shownRows.at(-1);
  return {
    promises: shownRows.flatMap((row) => {
      const place = shown.place(row);
      if (place === null || place.statement.prediction === null) return [];
      const { id: statementId, prediction } = place.statement;
      const exact = saidWords(place.statement);
      const reviewer = reviewers.get(row.publicationId) ?? null;
      return [{ statementId, exact, prediction, title: place.article.title, reviewer }];
    }),
    more: last !== undefined && rows.length > ON_A_PAGE ? cursorOf(last) : null,
    counts: { overdue, today: dueToday, most: MOST_COUNTED },
  };
}

function cursorOf({ dueTo, publicationId: id, number }: PlaceRow): string {
  return dueCursor({ day: calendarDate(dueTo) ?? "", id, number });
}

function waiting(today: CalendarDate, after: DueCursor | null, take: number): Promise<PlaceRow[]> {
  const from =
    after === null
      ? Prisma.empty
      : Prisma.sql`AND (s."dueTo", s."publicationId", s.number)
                     > (${after.day}::date, ${after.id}::uuid, ${after.number}::int)`;
  return database().$queryRaw<PlaceRow[]>`
    SELECT s."publicationId", s.number, s."publishedAt", s.day, s.label,
      (SELECT c.slug FROM "Claim" c WHERE c.id = s."claimId") AS "claimSlug",
      s.speaker, s."speakerKind", s."dueFrom", s."dueTo", s.outcome
    FROM "StandingStatement" s
    WHERE s.outcome IS NULL AND s."dueTo" IS NOT NULL AND s."dueTo" <= ${today}::date ${from}
    ORDER BY s."dueTo", s."publicationId", s.number LIMIT ${take}`;
}

/** In the order of the index, so that it is read row by row and no further than it counts. */
async function counted(which: Prisma.Sql): Promise<number> {
  const [row] = await database().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM (
      SELECT 1 FROM "StandingStatement" WHERE outcome IS NULL AND "dueTo" IS NOT NULL AND ${which}
      ORDER BY "dueTo", "publicationId", number LIMIT ${MOST_COUNTED + 1}
    ) part`;
  return row?.n ?? 0;
}

/** Who reviews the version of each of these publications now. */
async function reviewersOf(publicationIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await database().publication.findMany({
    where: { id: { in: [...publicationIds] } },
    select: { id: true, versionId: true },
  });
  const versions = rows.flatMap(({ versionId }) => versionId ?? []);
  const reviews = await database().review.findMany({
    where: { versionId: { in: versions }, state: { in: [...UNFINISHED] } },
    select: { versionId: true, author: { select: { name: true } } },
  });
  const names = new Map(reviews.map(({ versionId, author }) => [versionId, author.name]));
  return new Map(
    rows.flatMap(({ id, versionId }) => {
      const name = names.get(versionId);
      return name === undefined ? [] : [[id, name] as const];
    }),
  );
}

/**
 * A promise as it stands in the review of its page that is written now, else in the one that it is named in. Null where there is no such
 * statement, or it promises nothing.
 */
export async function promiseDesk(actor: Actor, statementId: string): Promise<PromiseDesk | null> {
  const named = await database().statement.findUnique({ where: { id: statementId }, include: WITH_REVIEW });
  if (named === null) return null;
  const { versionId, start, end } = named;
  const open = await database().statement.findFirst({
    where: { versionId, start, end, removedAt: null, review: { state: { in: [...UNFINISHED] } } },
    include: WITH_REVIEW,
  });
  const row = open ?? named;
  const facts = factsOf(row);
  const { prediction } = facts;
  if (prediction === null) return null;
  const { article } = row.version;
  const standing = await database().standing.findUnique({
    where: { subjectId: article.id },
    select: { publication: { select: { reviewId: true } } },
  });
  return {
    statementId: row.id,
    revision: row.revision,
    exact: saidWords(facts),
    prediction,
    facts,
    title: factsIn(await factsOfVersion(database(), row.version)).TITLE ?? words.desk.queue.untitled,
    versionId,
    publishedHref: standing === null ? null : `/articles/${article.slug}`,
    templateChoice: templateChoiceOf(row),
    templateProposals: await proposalsFor(row),
    access: accessOf(row.review, standing?.publication.reviewId ?? null, actor),
  };
}

/** A promise with its review and its page. */
export const WITH_REVIEW = {
  ...STATEMENT_PARTS,
  review: {
    select: {
      id: true,
      state: true,
      author: { select: { name: true } },
      writers: { select: { userId: true } },
    },
  },
  version: {
    select: { ...SAID, article: { select: { ...SAID.article.select, id: true, slug: true } } },
  },
} as const satisfies Prisma.StatementInclude;

type ReviewOfPromise = Prisma.StatementGetPayload<{ include: typeof WITH_REVIEW }>["review"];

function accessOf(
  { id, state, author, writers }: ReviewOfPromise,
  standingReviewId: string | null,
  actor: Actor,
): PromiseAccess {
  if (state === "SUBMITTED") return { kind: "WAITS" };
  if (state === "PUBLISHED" && standingReviewId === id) return { kind: "ANEW" };
  if (!UNFINISHED.includes(state)) return { kind: "REPLACED" };
  return writers.some(({ userId }) => userId === actor.id)
    ? { kind: "OPEN" }
    : { kind: "ELSEWHERE", name: author.name };
}

/**
 * Templates of the claim that the machine matched a promise with, where it says that both promise the same, for another day or not, with what became of that match in
 * the promise’s review.
 */
export async function proposalsFor(
  promise: Pick<StatementRow, "reviewId" | "suggestionId">,
): Promise<PromiseDesk["templateProposals"]> {
  const match = await matchOfStatement(database(), promise);
  if (match === null || (match.relation !== "TEMPLATE" && match.relation !== "SAME")) return null;
  const templates = await templatesOfClaim(match.claimId);
  const { claimId: _, relation: __, ...told } = match;
  return templates.length === 0 ? null : { ...told, reviewId: promise.reviewId, templates };
}
