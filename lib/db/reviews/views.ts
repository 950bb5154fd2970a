import { z } from "zod";
import { SYSTEM } from "#lib/db/audit/audit";
import { database } from "#lib/db/core/client";
import type { Prisma, Publication } from "#lib/db/generated/client";
import type { HistoryView, JoinedClaim, ReviewView } from "#lib/domain/review-views";
import { StatementChange } from "#lib/domain/statement-changes";
import * as words from "#lib/words";
import { otherPublishers } from "./reviews";

/** What both desks, of a page and of a claim, show of reviews, publications and history. */

const PEOPLE = {
  author: { select: { id: true, name: true } },
  writers: { orderBy: { since: "asc" }, select: { user: { select: { id: true, name: true } } } },
} as const satisfies Prisma.ReviewInclude;

type ReviewRow = Prisma.ReviewGetPayload<{ include: typeof PEOPLE }>;

const HISTORY_SHOWN = 100;

/** All that there were, and first the one to show: the unfinished one, else the last. */
export function reviewsOf(subject: { versionId: string } | { claimId: string }): Promise<ReviewRow[]> {
  // A later review is only ever opened when the earlier one is finished.
  return database().review.findMany({
    where: subject,
    include: PEOPLE,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
}

export function reviewView(review: ReviewRow, replacesPublished: boolean): ReviewView {
  const { id, kind, state, revision, author, returnedReason, correction, submittedAt, guideline } = review;
  return {
    id,
    kind,
    state,
    revision,
    author,
    returnedReason,
    correction,
    guideline,
    replacesPublished,
    writers: review.writers.map(({ user }) => user),
    submittedAt: submittedAt?.toISOString() ?? null,
  };
}

/** Who could publish this and wrote none of it. Before there is a review, whoever looks is taken for its writer. */
export function publishersBeside(review: ReviewRow | null, actorId: string): Promise<number> {
  return otherPublishers(database(), review?.writers.map(({ user }) => user.id) ?? [actorId]);
}

/** What stands published, as the desk needs it to withdraw it; null where nothing does. */
export async function publicationView(standing: Publication | null) {
  if (standing === null) return null;
  const { reviewId, publishedAt } = standing;
  const { revision } = await database().review.findUniqueOrThrow({
    where: { id: reviewId },
    select: { revision: true },
  });
  return { reviewId, revision, publishedAt: publishedAt.toISOString(), joined: await joinedClaims(standing) };
}

const CLAIMS_SHOWN = 50;

/** The claims that a published page makes, and what becomes of each without it. Empty for a claim's own publication. */
async function joinedClaims({ id, kind }: Publication): Promise<JoinedClaim[]> {
  if (kind === "CLAIM") return [];
  const joined = await database().publicationClaim.findMany({
    where: { publicationId: id },
    take: CLAIMS_SHOWN,
    select: {
      claim: { select: { id: true, wording: true } },
    },
  });
  return Promise.all(
    joined.map(async ({ claim }) => {
      const [others, verdict] = await Promise.all([
        database().standingStatement.findFirst({
          where: { claimId: claim.id, publicationId: { not: id } },
          select: { number: true },
        }),
        database().standing.findUnique({ where: { subjectId: claim.id }, select: { subjectId: true } }),
      ]);
      const stays = others !== null ? "PAGES" : verdict !== null ? "VERDICT" : "NOTHING";
      return { wording: claim.wording, stays } as const;
    }),
  );
}

/** What was done to these subjects (`review:…`, `claim:…`), and the events `also`, the latest first. */
export async function historyOf(
  subjects: readonly string[],
  also: readonly bigint[] = [],
): Promise<HistoryView[]> {
  const events = await database().auditEvent.findMany({
    where: { OR: [{ subjectId: { in: [...subjects] } }, { sequence: { in: [...also] } }] },
    orderBy: { sequence: "desc" },
    take: HISTORY_SHOWN,
    include: { payload: true },
  });
  const ids = [...new Set(events.map(({ actorId }) => actorId))].filter((id) => id !== SYSTEM);
  const people = await database().user.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return events.map(({ sequence, at, action, actorId, hash, payload }) => ({
    sequence: Number(sequence),
    at: at.toISOString(),
    action,
    actorName: names.get(actorId) ?? words.history.system,
    hash,
    words: words.history.words(action, quoteIn(payload?.payload)),
    changes: changesIn(payload?.payload),
  }));
}

/** The words that an event is about, where it names some and its payload wasn't erased. */
function quoteIn(payload: Prisma.JsonValue | undefined): string | null {
  if (typeof payload !== "object" || payload === null || Array.isArray(payload)) return null;
  return typeof payload.quote === "string" ? payload.quote : null;
}

/** What an edit changed, in words; nothing for all other events, and for edits from before that was kept. */
function changesIn(payload: Prisma.JsonValue | undefined): HistoryView["changes"] {
  const kept = z.object({ changes: z.array(StatementChange) }).safeParse(payload);
  return kept.success ? kept.data.changes.map((change) => words.changed(change)) : [];
}
