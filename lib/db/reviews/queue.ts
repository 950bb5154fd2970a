import { dismissedArticles } from "#lib/db/articles/dismissal";
import { factsOfVersions, SAID, type SayingVersion } from "#lib/db/articles/facts";
import { suggestionsAside } from "#lib/db/articles/parts";
import { database } from "#lib/db/core/client";
import type { Prisma } from "#lib/db/generated/client";
import { importView } from "#lib/db/imports/views";
import type { Actor } from "#lib/domain/actor";
import { may } from "#lib/domain/actor";
import { factsIn } from "#lib/domain/page-facts";
import { type NextActor, onePerPage, type Queue, type QueueItem, type QueueName } from "#lib/domain/queue";
import { UNFINISHED } from "#lib/domain/review-rules";
import { mayPublish } from "#lib/domain/reviews";
import { words } from "#lib/words";

/** The desk's queue: its rows, and which views each belongs to. */

interface QueueRow {
  readonly item: QueueItem;
  readonly views: readonly QueueName[];
}

const DAY = 86_400_000;
const IMPORTS_SHOWN = 20;

/** Enough for a newsroom's open work; beyond it the oldest are left out of lists. */
const MOST = 500;

const SUBJECT = {
  version: {
    select: {
      ...SAID,
      id: true,
      number: true,
      _count: { select: { suggestions: true } },
    },
  },
  claim: { select: { id: true, wording: true } },
  author: { select: { name: true } },
  writers: { select: { userId: true } },
} as const satisfies Prisma.ReviewInclude;

type ReviewRow = Prisma.ReviewGetPayload<{ include: typeof SUBJECT }>;

export async function queueOf(actor: Actor, view: QueueName): Promise<Queue> {
  const rows = (await Promise.all([unfinished(actor), unassigned(), published(), dismissed()])).flat();
  const items = (name: QueueName) =>
    onePerPage(rows.filter(({ views }) => views.includes(name)).map(({ item }) => item));
  const imports = await database().import.findMany({
    where: {
      state: { not: "DONE" },
      // Looks that nobody asked for are told on the page itself.
      OR: [{ articleId: null }, { requestedById: { not: null } }],
      requestedAt: { gt: new Date(Date.now() - DAY) },
    },
    orderBy: { requestedAt: "desc" },
    take: IMPORTS_SHOWN,
  });
  return {
    view,
    items: items(view),
    counts: {
      mine: items("mine").length,
      unassigned: items("unassigned").length,
      "to-publish": items("to-publish").length,
      returned: items("returned").length,
      others: items("others").length,
      published: items("published").length,
      dismissed: items("dismissed").length,
    },
    imports: imports.map((row) => importView(row)),
  };
}

/** Reviews that aren't finished, those of other people too. */
async function unfinished(actor: Actor): Promise<QueueRow[]> {
  const reviews = await database().review.findMany({
    // What was begun of a claim that was joined with another waits until the two are parted.
    where: { state: { in: [...UNFINISHED] }, OR: [{ claim: null }, { claim: { mergedIntoId: null } }] },
    include: SUBJECT,
    orderBy: { updatedAt: "desc" },
    take: MOST,
  });
  const tally = await tallyOf(reviews);
  const places = await placesOf(reviews);
  return reviews.map((review) => {
    const next = nextOf(review, actor);
    const item = itemOf(review, places.get(review.id), next, tally(review));
    return { item, views: viewsOf(review, next, actor) };
  });
}

/** What readers see now. */
async function published(): Promise<QueueRow[]> {
  const standing = await database().standing.findMany({
    orderBy: [{ publishedAt: "desc" }, { publicationId: "desc" }],
    take: MOST,
    select: { publication: { select: { reviewId: true } } },
  });
  const ids = standing.map(({ publication }) => publication.reviewId);
  const reviews = await database().review.findMany({ where: { id: { in: ids } }, include: SUBJECT });
  const tally = await tallyOf(reviews);
  const places = await placesOf(reviews);
  const order = new Map(ids.map((id, i) => [id, i]));
  return reviews
    .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    .map((review) => ({
      item: itemOf(review, places.get(review.id), { kind: "nobody" }, tally(review)),
      views: ["published"],
    }));
}

const UNREVIEWED = {
  none: { state: { in: [...UNFINISHED, "PUBLISHED"] } },
} as const satisfies Prisma.ReviewListRelationFilter;

/** The latest version of each page, and claims, that nobody reviews and that were never published or were withdrawn. */
async function unassigned(): Promise<QueueRow[]> {
  const [articles, claims] = await Promise.all([
    database().article.findMany({
      include: {
        versions: {
          orderBy: { number: "desc" },
          take: 1,
          select: {
            ...SAID,
            id: true,
            number: true,
            fetchedAt: true,
            _count: { select: { suggestions: true } },
          },
        },
      },
      where: { dismissedAt: null, versions: { some: { reviews: UNREVIEWED } } },
      orderBy: { createdAt: "desc" },
      take: MOST,
    }),
    database().claim.findMany({
      where: { reviews: UNREVIEWED, mergedIntoId: null },
      orderBy: { createdAt: "desc" },
      take: MOST,
    }),
  ]);
  const latest = await withPlaces(articles.flatMap(({ versions }) => versions));
  const reviewed = await database().review.findMany({
    where: { versionId: { in: latest.map(({ id }) => id) }, state: { in: [...UNFINISHED, "PUBLISHED"] } },
    select: { versionId: true },
  });
  const taken = new Set(reviewed.map(({ versionId }) => versionId));
  const aside = await suggestionsAside(
    database(),
    latest.map(({ id }) => id),
  );
  const waitingIn = (id: string, total: number) => total - (aside.get(id)?.length ?? 0);
  const items: QueueItem[] = [
    ...latest
      .filter(({ id }) => !taken.has(id))
      .map(({ id, fetchedAt, _count, place }) => ({
        ...fresh("ARTICLE", `/desk/articles/${id}`, place.title, fetchedAt),
        ...place,
        waiting: waitingIn(id, _count.suggestions),
        total: waitingIn(id, _count.suggestions),
      })),
    ...claims.map(({ id, wording, createdAt }) => fresh("CLAIM", `/desk/claims/${id}`, wording, createdAt)),
  ];
  return items
    .sort((a, b) => b.changedAt.localeCompare(a.changedAt))
    .map((item) => ({ item, views: ["unassigned"] }));
}

function fresh(kind: QueueItem["kind"], href: string, title: string | null, changed: Date): QueueItem {
  return {
    kind,
    href,
    state: null,
    waiting: 0,
    total: 0,
    title: title ?? words.desk.queue.untitled,
    next: { kind: "you" },
    changedAt: changed.toISOString(),
    publisher: null,
    day: null,
    version: null,
    articleId: null,
    alsoVersions: [],
    dismissedFor: null,
  };
}

/** Pages that were found not worth keeping, the latest first. */
async function dismissed(): Promise<QueueRow[]> {
  const articles = await dismissedArticles(MOST);
  const versions = await withPlaces(articles.flatMap(({ versions: [version] }) => version ?? []));
  return articles.flatMap(({ id, dismissedAt, dismissedReason }) => {
    const version = versions.find(({ articleId }) => articleId === id);
    if (version === undefined || dismissedAt === null) return [];
    const item: QueueItem = {
      ...fresh("ARTICLE", `/desk/articles/${version.id}`, version.place.title, dismissedAt),
      ...version.place,
      next: { kind: "nobody" },
      dismissedFor: dismissedReason,
    };
    return [{ item, views: ["dismissed"] }];
  });
}

type Place = Pick<QueueItem, "title" | "publisher" | "day" | "version" | "articleId">;

/** Each with what tells it apart from others of one headline: where it is from, of which day, and which version it is. */
async function withPlaces<Version extends SayingVersion & { readonly number: number }>(
  versions: readonly Version[],
): Promise<(Version & { readonly place: Place })[]> {
  const facts = await factsOfVersions(database(), versions);
  return versions.map((version, i) => {
    const { TITLE, PUBLISHER, DATE } = factsIn(facts[i] ?? []);
    const title = TITLE ?? words.desk.queue.untitled;
    return {
      ...version,
      place: {
        title,
        publisher: PUBLISHER,
        day: DATE,
        version: version.number,
        articleId: version.articleId,
      },
    };
  });
}

type Tally = Pick<QueueItem, "total" | "waiting">;

/** How many suggestions each of these reviews has to decide, and how many of them wait. Those in parts that hold no statements needn't be. */
async function tallyOf(reviews: readonly ReviewRow[]): Promise<(review: ReviewRow) => Tally> {
  const aside = await suggestionsAside(
    database(),
    reviews.flatMap(({ version }) => version?.id ?? []),
  );
  const counts = await database().suggestionDecision.groupBy({
    by: ["reviewId"],
    where: {
      reviewId: { in: reviews.map(({ id }) => id) },
      undoneAt: null,
      suggestionId: { notIn: [...aside.values()].flat() },
    },
    _count: true,
  });
  const decided = new Map(counts.map(({ reviewId, _count }) => [reviewId, _count]));
  return ({ id, version }) => {
    const total = version === null ? 0 : version._count.suggestions - (aside.get(version.id)?.length ?? 0);
    return { total, waiting: total - (decided.get(id) ?? 0) };
  };
}

function itemOf(review: ReviewRow, place: Place | undefined, next: NextActor, tally: Tally): QueueItem {
  const { kind, state, version, claim, updatedAt } = review;
  return {
    kind,
    state,
    next,
    ...tally,
    href: version === null ? `/desk/claims/${claim?.id}` : `/desk/articles/${version.id}`,
    changedAt: updatedAt.toISOString(),
    ...(place ?? {
      title: claim?.wording ?? words.desk.queue.untitled,
      publisher: null,
      day: null,
      version: null,
      articleId: null,
    }),
    alsoVersions: [],
    dismissedFor: null,
  };
}

/** Of the reviews of pages, by the review's id. */
async function placesOf(reviews: readonly ReviewRow[]): Promise<ReadonlyMap<string, Place>> {
  const ofPages = reviews.flatMap(({ id, version }) => (version === null ? [] : [{ id, version }]));
  const placed = await withPlaces(ofPages.map(({ version }) => version));
  return new Map(ofPages.flatMap(({ id }, i) => (placed[i] ? [[id, placed[i].place] as const] : [])));
}

const writersOf = (review: ReviewRow) => review.writers.map(({ userId }) => userId);

function nextOf(review: ReviewRow, actor: Actor): NextActor {
  const writers = writersOf(review);
  if (review.state === "SUBMITTED") {
    const canPublish = may(actor.role, "review.publish") && mayPublish(actor.id, writers);
    return canPublish ? { kind: "you" } : { kind: "another-editor" };
  }
  return writers.includes(actor.id) ? { kind: "you" } : { kind: "person", name: review.author.name };
}

/** What one wrote oneself stays with one until it is published, also while another editor has to act. */
function viewsOf(review: ReviewRow, next: NextActor, actor: Actor): QueueName[] {
  if (writersOf(review).includes(actor.id)) {
    return review.state === "RETURNED" ? ["mine", "returned"] : ["mine"];
  }
  return review.state === "SUBMITTED" && next.kind === "you" ? ["to-publish"] : ["others"];
}
