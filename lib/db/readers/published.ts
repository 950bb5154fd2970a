import { unprovenPublications } from "#lib/db/audit/verify";
import { database } from "#lib/db/core/client";
import type { Publication } from "#lib/db/generated/client";
import type { CalendarDate } from "#lib/domain/analysis";
import type { ListPlace, PlaceCursor } from "#lib/domain/cursors";
import {
  ALONE,
  type ClaimPage,
  type CorrectionPage,
  type HomeFeed,
  type Neighbours,
  type PagesPage,
  type PublishedArticle,
  type PublishedClaim,
} from "#lib/domain/published";
import { claimNeighbours, claimPage, latestClaims } from "./claims";
import { correctionPage, correctionsOf } from "./corrections";
import { claimHistory, publicHistory } from "./history";
import { latestPages, pageNeighbours, pagesPage } from "./pages";
import { cursorOf, fellDue, latestPlaces, placesOf } from "./places";
import { articleOf, claimOf, standing } from "./rows";
import { askedTwice, Shown } from "./shown";
import { withdrawnOf } from "./withdrawn";

/**
 * Everything that readers get, and all that readers' pages may ask: frozen content of standing publications, parsed when it
 * is read. Nothing here looks at a review's statements, notes or verdicts, so that nothing unpublished can come out. Lists are asked of
 * the rows of what stands, a part at a time: no page costs more when more is published.
 */

const CLAIMS_ON_HOME = 4;
const DUE_ON_HOME = 3;
const PAGES_ON_HOME = 6;
const PLACES_ON_A_PAGE = 50;
const VERDICTS_SHOWN = 50;

/** One page with its labels. Null where nothing of it stands published. */
export async function publishedArticle(slug: string): Promise<PublishedArticle | null> {
  const article = await database().article.findUnique({ where: { slug }, select: { id: true } });
  const publication = article && (await standing({ articleId: article.id }));
  if (!publication) return null;
  const all = await database().publication.findMany({
    where: { articleId: article.id, publishedAt: { lte: publication.publishedAt } },
    select: { reviewId: true, versionId: true },
  });
  const [history, corrections, unproven] = await Promise.all([
    publicHistory({
      reviewIds: all.map(({ reviewId }) => reviewId),
      versionIds: all.flatMap(({ versionId }) => versionId ?? []),
      claimIds: [],
      until: publication.publishedAt,
    }),
    correctionsOf(article.id),
    unprovenPublications([publication]),
  ]);
  const isProven = unproven.size === 0 && corrections.isProven;
  return {
    content: articleOf(publication),
    publishedAt: publication.publishedAt.toISOString(),
    history: isProven ? history : { ...history, proof: "BROKEN" },
    corrections: corrections.corrections,
  };
}

/**
 * One claim: made on a standing page, or with a standing verdict of its own. Null for any other. `after` names the part of the list of
 * its places that is shown; null for the first.
 */
export async function publishedClaim(
  slug: string,
  after: PlaceCursor | null = null,
): Promise<PublishedClaim | null> {
  const row = await database().claim.findUnique({ where: { slug }, select: { id: true } });
  if (row === null) return null;
  const { claim } = await askedTwice(() => claimOnce(row.id, slug, after));
  return claim;
}

async function claimOnce(id: string, slug: string, after: PlaceCursor | null) {
  const [own, kept, first, further, [latest]] = await Promise.all([
    standing({ claimId: id }),
    database().standingClaim.findUnique({ where: { claimId: id } }),
    placesOf(id, null, PLACES_ON_A_PAGE + 1),
    after === null ? null : placesOf(id, after, PLACES_ON_A_PAGE + 1),
    latestPlaces([id]),
  ]);
  const part = (further ?? first).slice(0, PLACES_ON_A_PAGE);
  const hasMore = (further ?? first).length > PLACES_ON_A_PAGE;
  const rows = first.slice(0, PLACES_ON_A_PAGE);
  const shown = await Shown.of(
    [...rows, ...part, ...(latest ? [latest] : [])].map(({ publicationId }) => publicationId),
  );
  const newest = latest === undefined ? null : shown.place(latest);
  const appearances = rows.flatMap((place) => shown.place(place) ?? []);
  const verdict = own && { content: claimOf(own), publishedAt: own.publishedAt.toISOString() };
  const wording = verdict?.content.claim.wording ?? newest?.statement.claim?.wording;
  if (wording === undefined) return { claim: null, isProven: shown.isProven && kept === null };
  const withdrawn = own === null ? await withdrawnOf({ claimId: id }) : null;
  const [earlier, history, corrections, unproven] = await Promise.all([
    own === null ? { verdicts: [], isProven: true } : earlierVerdicts(id, own.publishedAt),
    withdrawn?.history ?? claimHistory(id, own?.publishedAt ?? null),
    correctionsOf(id),
    own === null ? new Set() : unprovenPublications([own]),
  ]);
  const last = part.at(-1);
  const places = {
    appearances: further === null ? appearances : part.flatMap((place) => shown.place(place) ?? []),
    more: hasMore && last !== undefined ? cursorOf(last) : null,
  };
  const count = kept?.appearances ?? -1;
  const isCounted = first.length > PLACES_ON_A_PAGE ? count >= first.length : count === first.length;
  const isProven =
    shown.isProven && isCounted && unproven.size === 0 && earlier.isProven && corrections.isProven;
  const claim: PublishedClaim = {
    slug,
    wording,
    own: verdict,
    withdrawn,
    earlier: earlier.verdicts,
    appearances,
    appearanceCount: Math.max(count, appearances.length),
    places,
    history: isProven ? history : { ...history, proof: "BROKEN" },
    corrections: corrections.corrections,
  };
  return { claim, isProven };
}

/** Claims that readers can open, the latest published first. Beyond the last one is empty. */
export function publishedClaims(place: ListPlace | null): Promise<ClaimPage> {
  return askedTwice(() => claimPage(place));
}

/** Pages that stand, the latest published first. Beyond the last one is empty. */
export function publishedPages(place: ListPlace | null): Promise<PagesPage> {
  return askedTwice(() => pagesPage(place));
}

/** What was corrected and withdrawn, newest first. */
export function publicCorrections(place: ListPlace | null): Promise<CorrectionPage> {
  return askedTwice(() => correctionPage(place));
}

/** What was published next before and next after what readers see of this page or this claim. */
export async function neighboursOf(kind: "ARTICLE" | "CLAIM", slug: string): Promise<Neighbours> {
  if (kind === "CLAIM") {
    const claim = await database().claim.findUnique({ where: { slug }, select: { id: true } });
    return claim === null ? ALONE : claimNeighbours(claim.id);
  }
  const article = await database().article.findUnique({ where: { slug }, select: { id: true } });
  const row = article && (await database().standing.findUnique({ where: { subjectId: article.id } }));
  return row ? pageNeighbours({ id: row.publicationId, at: row.publishedAt }) : ALONE;
}

/** What the first page shows on the day `today`. All three parts are empty where nothing is published. */
export function homeFeed(today: CalendarDate): Promise<HomeFeed> {
  return askedTwice(async () => {
    const [{ claims, isProven }, due, latest] = await Promise.all([
      latestClaims(CLAIMS_ON_HOME),
      fellDue(today, DUE_ON_HOME),
      latestPages(PAGES_ON_HOME),
    ]);
    const shown = await Shown.of(due.map(({ publicationId }) => publicationId));
    const places = due.flatMap((row) => shown.place(row) ?? []);
    return {
      claims,
      due: places,
      pages: latest.pages,
      isProven: isProven && shown.isProven && latest.isProven,
    };
  });
}

/** Verdicts that stood before the one of `until`, with the day on which the next one took their place. */
async function earlierVerdicts(
  claimId: string,
  until: Date,
): Promise<{ readonly verdicts: PublishedClaim["earlier"]; readonly isProven: boolean }> {
  const rows: Publication[] = await database().publication.findMany({
    where: { claimId, kind: "CLAIM", publishedAt: { lte: until } },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: VERDICTS_SHOWN,
  });
  const verdicts = rows.flatMap((row, i) => {
    const next = rows[i - 1];
    if (next === undefined || row.withdrawnAt !== null) return [];
    return [{ ...claimOf(row).verdict, replacedAt: next.publishedAt.toISOString() }];
  });
  return { verdicts, isProven: (await unprovenPublications(rows)).size === 0 };
}
