import { z } from "zod";
import { factsOfVersion, SAID } from "#lib/db/articles/facts";
import { database } from "#lib/db/core/client";
import type { Prisma } from "#lib/db/generated/client";
import type { Actor } from "#lib/domain/actor";
import { type Named, partsOfComment } from "#lib/domain/mentions";
import { Mention } from "#lib/domain/mentions-shapes";
import { factsIn } from "#lib/domain/page-facts";
import {
  COMMENTS_BESIDE,
  type CommentView,
  MOST_THREADS,
  type ThreadPage,
  type ThreadView,
  threadHref,
} from "#lib/domain/threads";
import { isClaimReadBlindBy, isPageReadBlind, peopleToName } from "./threads";

/**
 * Threads as signed-in people see them. Nothing of a page is told while it is read blind, and nothing of a claim that stands there to whoever
 * reads it.
 */

const ON_A_PAGE = 50;

const THREAD = {
  id: true,
  revision: true,
  start: true,
  end: true,
  version: { select: { id: true, number: true } },
  resolvedBy: { select: { name: true } },
  resolvedAt: true,
  comments: true,
} as const satisfies Prisma.DeskThreadSelect;
type Row = Prisma.DeskThreadGetPayload<{ select: typeof THREAD }>;

/** Those of a page, on whichever version they were begun: open ones first, then the oldest. Null while it is read blind. */
export async function threadsOnPage(
  actor: Actor,
  articleId: string,
  versionId: string,
): Promise<ThreadView[] | null> {
  if (await isPageReadBlind(database(), versionId)) return null;
  return threadsWhere(actor, { version: { articleId } });
}

/** Those of a claim and of all that it is one with: they go where the claim goes. Null to whoever reads blind a page where it stands. */
export async function threadsOnClaim(actor: Actor, claimId: string): Promise<ThreadView[] | null> {
  if (await isClaimReadBlindBy(database(), actor.id, claimId)) return null;
  const claim = await database().claim.findUnique({ where: { id: claimId }, select: { rootId: true } });
  return claim === null ? [] : threadsWhere(actor, { claim: { rootId: claim.rootId } });
}

async function threadsWhere(actor: Actor, where: Prisma.DeskThreadWhereInput): Promise<ThreadView[]> {
  const rows = await database().deskThread.findMany({
    where,
    orderBy: [{ resolvedAt: { sort: "asc", nulls: "first" } }, { id: "asc" }],
    take: 2 * MOST_THREADS,
    select: THREAD,
  });
  if (rows.length === 0) return [];
  const people = await peopleById();
  const comments = await lastComments(rows.map(({ id }) => id));
  return rows.map((row) =>
    threadView(
      row,
      comments.filter(({ threadId }) => threadId === row.id),
      people,
      actor,
    ),
  );
}

interface CommentRow {
  readonly id: string;
  readonly threadId: string;
  readonly number: number;
  readonly authorId: string;
  readonly at: Date;
  readonly body: string;
  readonly mentions: unknown;
  readonly takenBackAt: Date | null;
}

/** The last ones of each thread, in their order. */
function lastComments(threadIds: readonly string[]): Promise<CommentRow[]> {
  return database().$queryRaw<CommentRow[]>`
    SELECT c."id"::text, c."threadId"::text, c."number", c."authorId"::text, c."at", c."body", c."mentions", c."takenBackAt"
    FROM unnest(${[...threadIds]}::uuid[]) AS t("id") CROSS JOIN LATERAL (
      SELECT * FROM "DeskComment" c WHERE c."threadId" = t."id" ORDER BY c."number" DESC LIMIT ${COMMENTS_BESIDE}) c
    ORDER BY c."threadId", c."number"`;
}

async function peopleById(): Promise<ReadonlyMap<string, Named>> {
  return new Map((await peopleToName(database())).map((person) => [person.id, person]));
}

function threadView(
  row: Row,
  comments: readonly CommentRow[],
  people: ReadonlyMap<string, Named>,
  actor: Actor,
): ThreadView {
  const { id, revision, start, end, version, resolvedBy, resolvedAt } = row;
  return {
    id,
    revision,
    version,
    span: start === null || end === null ? null : { start, end },
    resolved:
      resolvedBy === null || resolvedAt === null
        ? null
        : { by: resolvedBy.name, at: resolvedAt.toISOString() },
    count: row.comments,
    comments: comments.map((one) => commentView(one, row.comments, people, actor)),
  };
}

const Mentions = z.array(Mention);

function commentView(
  row: CommentRow,
  count: number,
  people: ReadonlyMap<string, Named>,
  actor: Actor,
): CommentView {
  const { id, number, authorId, at, body, takenBackAt } = row;
  const isTakenBack = takenBackAt !== null;
  return {
    id,
    number,
    author: people.get(authorId)?.name ?? "",
    at: at.toISOString(),
    parts: partsOfComment(body, Mentions.parse(row.mentions), people, actor.id),
    isTakenBack,
    mayTakeBack: !isTakenBack && authorId === actor.id && number === count,
  };
}

/** A thread with the part of its comments before `before`, or with the last ones; null where there is none, or it is held back. */
export async function threadPage(
  actor: Actor,
  id: string,
  before: number | null,
): Promise<ThreadPage | null> {
  const row = await database().deskThread.findUnique({
    where: { id },
    select: {
      ...THREAD,
      version: { select: { ...SAID, id: true, number: true } },
      claim: { select: { root: { select: { id: true, wording: true } } } },
    },
  });
  if (row === null) return null;
  if (row.version !== null && (await isPageReadBlind(database(), row.version.id))) return null;
  const claim = row.claim?.root ?? null;
  if (claim !== null && (await isClaimReadBlindBy(database(), actor.id, claim.id))) return null;
  const found = await database().deskComment.findMany({
    where: { threadId: id, ...(before === null ? {} : { number: { lt: before } }) },
    orderBy: { number: "desc" },
    take: ON_A_PAGE,
  });
  const comments = found.reverse();
  const [first] = comments;
  const facts = row.version === null ? null : factsIn(await factsOfVersion(database(), row.version));
  const at = claim === null ? { versionId: row.version?.id ?? "" } : { claimId: claim.id };
  return {
    thread: threadView(row, comments, await peopleById(), actor),
    title: claim?.wording ?? facts?.TITLE ?? null,
    isClaim: claim !== null,
    href: threadHref(at, id),
    older: first !== undefined && first.number > 1 ? first.number : null,
  };
}
