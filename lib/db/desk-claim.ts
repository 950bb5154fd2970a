import type { ClaimChoice, ClaimDesk } from "#lib/domain/desk-view";
import { calendarDate, calendarDay } from "./calendar";
import { database } from "./client";
import { deskHistory, publicationShown, publicationView, reviewShown, reviewView } from "./desk-parts";
import type { Prisma } from "./generated/client";
import { otherPublishers } from "./reviews";

const MOST_CHOICES = 20;

const CLAIM_PARTS = {
  evidence: {
    where: { removedAt: null },
    orderBy: { addedAt: "asc" },
    include: { addedBy: { select: { name: true } } },
  },
  searches: {
    where: { removedAt: null },
    orderBy: [{ searchedAt: "asc" }, { addedAt: "asc" }],
    include: { by: { select: { name: true } } },
  },
  verdicts: { orderBy: { createdAt: "desc" } },
  statements: {
    where: { removedAt: null, review: { state: { not: "WITHDRAWN" } } },
    orderBy: { createdAt: "asc" },
    include: {
      prediction: true,
      review: { select: { state: true } },
      version: { select: { title: true } },
    },
  },
} as const satisfies Prisma.ClaimInclude;

type ClaimRow = Prisma.ClaimGetPayload<{ include: typeof CLAIM_PARTS }>;

/** One claim as the desk shows it; null where there is none. */
export async function claimDesk(claimId: string): Promise<ClaimDesk | null> {
  const claim = await database().claim.findUnique({ where: { id: claimId }, include: CLAIM_PARTS });
  if (claim === null) return null;
  const [review, standing, isVisible] = await Promise.all([
    reviewShown({ claimId }),
    publicationShown({ claimId }),
    isOnAPublishedPage(claimId),
  ]);
  const [history, publishers] = await Promise.all([
    historyOf(claimId),
    otherPublishers(database(), review?.writers.map(({ user }) => user.id) ?? []),
  ]);
  const { id, slug, wording, unknowns, revision } = claim;
  return {
    claim: { id, slug, wording, unknowns, revision },
    review: reviewView(review, standing),
    ...verdictsOf(claim, review?.id ?? null),
    evidence: claim.evidence.map(evidenceView),
    searches: claim.searches.map(({ id: searchId, lookedFor, place, searchedAt, by }) => ({
      ...{ id: searchId, lookedFor, place },
      searchedAt: calendarDay(searchedAt),
      byName: by.name,
    })),
    appearances: claim.statements.map(appearanceView),
    publishedHref: standing !== null || isVisible ? `/claims/${slug}` : null,
    publication: publicationView(standing),
    history,
    otherPublishers: publishers,
  };
}

async function isOnAPublishedPage(claimId: string): Promise<boolean> {
  const linked = await database().publicationClaim.count({
    where: { claimId, publication: { kind: "ARTICLE", withdrawnAt: null } },
  });
  return linked > 0;
}

async function historyOf(claimId: string) {
  const reviews = await database().review.findMany({ where: { claimId }, select: { id: true } });
  return deskHistory([`claim:${claimId}`, ...reviews.map(({ id }) => `review:${id}`)]);
}

/** The verdict of the review that is shown, and those that were published before. */
function verdictsOf(claim: ClaimRow, reviewId: string | null) {
  const current = claim.verdicts.find((verdict) => verdict.reviewId === reviewId);
  return {
    verdict:
      current === undefined
        ? null
        : {
            id: current.id,
            code: current.code,
            explanation: current.explanation,
            revision: current.revision,
          },
    earlierVerdicts: claim.verdicts
      .filter((verdict) => verdict !== current && verdict.rank !== "NORMAL")
      .map(({ code, rank, explanation, createdAt }) => ({
        ...{ code, rank, explanation },
        at: createdAt.toISOString(),
      })),
  };
}

function evidenceView({ addedBy, addedAt, publishedAt, ...row }: ClaimRow["evidence"][number]) {
  const { id, stance, title, url, publisher, quote, note } = row;
  return {
    ...{ id, stance, title, url, publisher, quote, note },
    publishedAt: calendarDate(publishedAt),
    addedByName: addedBy.name,
    addedAt: addedAt.toISOString(),
  };
}

function appearanceView({ prediction, review, version, ...row }: ClaimRow["statements"][number]) {
  return {
    statementId: row.id,
    versionId: row.versionId,
    articleTitle: version.title,
    exact: row.exact,
    label: row.label,
    reviewState: review.state,
    prediction:
      prediction === null
        ? null
        : {
            text: prediction.text,
            precision: prediction.precision,
            dueFrom: calendarDate(prediction.dueFrom),
            dueTo: calendarDate(prediction.dueTo),
            resolvedFrom: calendarDate(prediction.resolvedFrom),
          },
  };
}

/** Claims whose wording holds every word of `search`, newest first; the newest ones where nothing is asked. */
export function claimChoices(search: string): Promise<ClaimChoice[]> {
  const asked = search.split(/\s+/).filter(Boolean).slice(0, 20);
  return database().claim.findMany({
    where: { AND: asked.map((word) => ({ wording: { contains: word, mode: "insensitive" as const } })) },
    orderBy: { createdAt: "desc" },
    take: MOST_CHOICES,
    select: { id: true, wording: true },
  });
}
