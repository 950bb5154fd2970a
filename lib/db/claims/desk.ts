import { database } from "#lib/db/core/client";
import { actsAbout } from "#lib/db/queue/acts";
import { standing } from "#lib/db/readers/rows";
import { historyOf, publicationView, publishersBeside, reviewsOf, reviewView } from "#lib/db/reviews/views";
import { tagsOf } from "#lib/db/topics/tags";
import { elsewhereOfClaim } from "#lib/db/wordings/elsewhere";
import type { Actor } from "#lib/domain/actor";
import type { ClaimDesk, JoinableClaim } from "#lib/domain/claim-desk";
import { membersOf, mergedClaims, mergingEvents, movesOf } from "./merging";
import { affirmedRelations } from "./relations";
import { seenElsewhere } from "./seen";
import { STANDING_VERDICT, standingVerdict } from "./verdicts";
import { claimAppearances, claimMaterial, claimVerdicts, isOnPublishedPage } from "./views";

/** What signed-in people see of a claim, and how they find one. */

const CHOICES_SHOWN = 12;

/** One claim with its material, that of claims that were joined with it too, and the review that is shown; null where there is no such claim. */
export async function claimDesk(actor: Actor, claimId: string): Promise<ClaimDesk | null> {
  const claim = await database().claim.findUnique({ where: { id: claimId }, include: { root: true } });
  if (claim === null) return null;
  const members = await membersOf(claimId);
  const [reviews, publication, into] = await Promise.all([
    reviewsOf({ claimId }),
    standing({ claimId }),
    mergingEvents(claimId),
  ]);
  const review = reviews[0] ?? null;
  const { id, slug, wording, unknowns, revision, root } = claim;
  const subjects = [...members.map((one) => `claim:${one}`), ...reviews.map((one) => `review:${one.id}`)];
  return {
    claim: { id, slug, wording, unknowns, revision },
    mergedInto: root.id === id ? null : { id: root.id, wording: root.wording },
    merged: await mergedClaims(id),
    moves: await movesOf(id),
    review: review && reviewView(review, publication !== null),
    topics: await tagsOf(database(), review?.id ?? null),
    ...(await claimVerdicts(claimId, review?.id ?? null)),
    ...(await claimMaterial(members)),
    appearances: await claimAppearances(members, actor.id),
    related: await affirmedRelations(members),
    seen: await seenElsewhere(members),
    elsewhere: await elsewhereOfClaim(members),
    publishedHref: publication !== null || (await isOnPublishedPage(claimId)) ? `/claims/${slug}` : null,
    publication: await publicationView(publication),
    history: await historyOf([...subjects, ...(await actsAbout(database(), members))], into),
    otherPublishers: await publishersBeside(review, actor.id),
  };
}

/** Claims of which the wording, or that of one that was joined with them, holds every word of `search`, the latest first. An empty search gives the latest claims. */
export async function claimChoices(search: string): Promise<JoinableClaim[]> {
  const terms = search.trim().split(/\s+/).filter(Boolean).slice(0, 12);
  const found = await database().claim.findMany({
    where: { AND: terms.map((term) => ({ wording: { contains: term, mode: "insensitive" as const } })) },
    select: { root: { select: { id: true, wording: true, verdicts: STANDING_VERDICT } } },
    orderBy: { createdAt: "desc" },
    distinct: ["rootId"],
    take: CHOICES_SHOWN,
  });
  return found.map(({ root: { id, wording, verdicts } }) => {
    const [verdict] = verdicts;
    return { id, wording, verdict: verdict ? standingVerdict(verdict) : null };
  });
}
