import { database } from "#lib/db/core/client";
import { standing } from "#lib/db/readers/rows";
import { historyOf, publicationView, publishersBeside, reviewOf, reviewView } from "#lib/db/reviews/views";
import type { Actor } from "#lib/domain/actor";
import type { ClaimChoice, ClaimDesk } from "#lib/domain/claim-desk";
import { seenElsewhere } from "./seen";
import { claimAppearances, claimMaterial, claimVerdicts, isOnPublishedPage } from "./views";

/** What signed-in people see of a claim, and how they find one. */

const CHOICES_SHOWN = 12;

/** One claim with its material and the review that is shown; null where there is no such claim. */
export async function claimDesk(actor: Actor, claimId: string): Promise<ClaimDesk | null> {
  const claim = await database().claim.findUnique({ where: { id: claimId } });
  if (claim === null) return null;
  const [review, publication] = await Promise.all([reviewOf({ claimId }), standing({ claimId })]);
  const subjects = await database().review.findMany({ where: { claimId }, select: { id: true } });
  const { id, slug, wording, unknowns, revision } = claim;
  return {
    claim: { id, slug, wording, unknowns, revision },
    review: review && reviewView(review, publication !== null),
    ...(await claimVerdicts(claimId, review?.id ?? null)),
    ...(await claimMaterial(claimId)),
    appearances: await claimAppearances(claimId, actor.id),
    seen: await seenElsewhere(claimId),
    publishedHref: publication !== null || (await isOnPublishedPage(claimId)) ? `/claims/${slug}` : null,
    publication: await publicationView(publication),
    history: await historyOf([`claim:${id}`, ...subjects.map((one) => `review:${one.id}`)]),
    otherPublishers: await publishersBeside(review, actor.id),
  };
}

/** Claims whose wording holds every word of `search`, the latest first. An empty search gives the latest claims. */
export async function claimChoices(search: string): Promise<ClaimChoice[]> {
  const terms = search.trim().split(/\s+/).filter(Boolean).slice(0, 12);
  return database().claim.findMany({
    where: { AND: terms.map((term) => ({ wording: { contains: term, mode: "insensitive" as const } })) },
    select: { id: true, wording: true },
    orderBy: { createdAt: "desc" },
    take: CHOICES_SHOWN,
  });
}
