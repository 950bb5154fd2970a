import { z } from "zod";
import type { Actor } from "#lib/domain/actor";
import { Note } from "#lib/domain/analysis";
import type {
  ArticleDesk,
  ClaimChoice,
  ClaimDesk,
  ImportView,
  Queue,
  QueueName,
} from "#lib/domain/desk-view";
import { Reason } from "#lib/domain/reasons";
import { postsOfImports } from "./articles/posts";
import { claimAppearances, claimMaterial, claimVerdicts, isOnPublishedPage } from "./claims/views";
import { calendarDate } from "./core/calendar";
import { database } from "./core/client";
import { standing } from "./readers/rows";
import { importView, published, unassigned, unfinished } from "./reviews/queue";
import { historyOf, publicationView, publishersBeside, reviewOf, reviewView } from "./reviews/views";
import { spanNotes, statementViews, suggestionViews } from "./statements/views";

/** What signed-in people see. Nothing of it is for readers: they get `published` alone. */

const DAY = 86_400_000;
const IMPORTS_SHOWN = 20;
const CHOICES_SHOWN = 12;

export async function queueOf(actor: Actor, view: QueueName): Promise<Queue> {
  const rows = (await Promise.all([unfinished(actor), unassigned(), published()])).flat();
  const items = (name: QueueName) => rows.filter(({ views }) => views.includes(name)).map(({ item }) => item);
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
    },
    imports: imports.map((row) => importView(row)),
  };
}

/** One version with its proposals and the review that is shown; null where there is no such version. */
export async function articleDesk(actor: Actor, versionId: string): Promise<ArticleDesk | null> {
  const version = await database().articleVersion.findUnique({
    where: { id: versionId },
    include: {
      article: { include: { publisher: true } },
      posts: { orderBy: { index: "asc" } },
      segments: { orderBy: { start: "asc" }, include: { post: { select: { index: true } } } },
    },
  });
  if (version === null) return null;
  const { article } = version;
  const [review, publication] = await Promise.all([
    reviewOf({ versionId }),
    standing({ articleId: article.id }),
  ]);
  const reviewId = review?.id ?? null;
  const subjects = await database().review.findMany({ where: { versionId }, select: { id: true } });
  const { standing: statements, removed } =
    reviewId === null ? { standing: [], removed: [] } : await statementViews(reviewId);
  const { id, number, title, text, agency, language, direction } = version;
  return {
    article: {
      id: article.id,
      slug: article.slug,
      url: article.url,
      publisher: article.publisher?.name ?? null,
    },
    version: {
      ...{ id, number, title, text, agency, language, direction },
      postedAt: calendarDate(version.postedAt),
      notes: z.array(Note).parse(version.notes),
      fetchedAt: version.fetchedAt.toISOString(),
    },
    posts: version.posts.map(({ headline, date, isTeaser }) => ({
      ...{ headline, isTeaser },
      date: calendarDate(date),
    })),
    segments: version.segments.map(({ start, end, type, post, reason }) => ({
      ...{ start, end, type },
      post: post.index,
      reason: Reason.parse(reason),
    })),
    suggestions: await suggestionViews(versionId, reviewId),
    statements,
    ...(removed.length > 0 ? { removed } : {}),
    annotations: reviewId === null ? [] : await spanNotes(reviewId),
    review: review && reviewView(review, publication !== null),
    publishedHref: publication === null ? null : `/articles/${article.slug}`,
    publication: await publicationView(publication),
    history: await historyOf([
      `article:${article.id}`,
      `version:${id}`,
      ...subjects.map((one) => `review:${one.id}`),
    ]),
    otherPublishers: await publishersBeside(review, actor.id),
  };
}

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
    appearances: await claimAppearances(claimId),
    publishedHref: publication !== null || (await isOnPublishedPage(claimId)) ? `/claims/${slug}` : null,
    publication: await publicationView(publication),
    history: await historyOf([`claim:${id}`, ...subjects.map((one) => `review:${one.id}`)]),
    otherPublishers: await publishersBeside(review, actor.id),
  };
}

/** How far a page on its way in is. Anybody on the desk may look. */
export async function importById(_actor: Actor, id: string): Promise<ImportView | null> {
  const row = await database().import.findUnique({ where: { id } });
  if (row === null) return null;
  const { articleId } = row;
  const check = await database().pageCheck.findFirst({
    where: { importId: id, ...(articleId === null ? {} : { articleId }) },
    orderBy: [{ at: "desc" }, { id: "asc" }],
    select: { result: true, snapshotSha256: true },
  });
  // Where there is a page without this post, the reason of the refusal says so.
  const isRolledOff = check?.result === "GONE" && check.snapshotSha256 !== null;
  const found = isRolledOff ? null : (check?.result ?? null);
  const posts = (await postsOfImports([id])).get(id);
  // Of a page that is given for the first time this goes without saying.
  return { ...importView(row, posts), found: found === "NEW" && articleId === null ? null : found };
}

/** The same of several. What isn't there is left out. */
export async function importsByIds(_actor: Actor, ids: readonly string[]): Promise<ImportView[]> {
  const rows = await database().import.findMany({ where: { id: { in: [...ids] } } });
  const posts = await postsOfImports(ids);
  return rows.map((row) => importView(row, posts.get(row.id)));
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
