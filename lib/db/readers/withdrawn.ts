import { unprovenPublications } from "#lib/db/audit/verify";
import { database } from "#lib/db/core/client";
import type { GoneKind, WithdrawnItem } from "#lib/domain/published";
import { writersWhoWithdrew } from "./corrections";
import { publicHistory } from "./history";
import { lostPages } from "./lost-pages";
import { placeOf } from "./rows";
import { isTopicGone } from "./topics";

/**
 * What was published and taken back. Of its content readers get the title alone, so that they know what it was; with it why, when, by whom,
 * and all that happened to it until then.
 */

/** The page at this slug, where the last that was published of it was withdrawn; null where it stands, or never was. */
export async function withdrawnArticle(slug: string): Promise<WithdrawnItem | null> {
  const article = await database().article.findUnique({ where: { slug }, select: { id: true } });
  return article && withdrawnOf({ articleId: article.id });
}

/** The claim at this slug, where its last verdict was withdrawn; null where one stands, or there never was one. */
export async function withdrawnClaim(slug: string): Promise<WithdrawnItem | null> {
  const claim = await database().claim.findUnique({ where: { slug }, select: { id: true } });
  return claim && withdrawnOf({ claimId: claim.id });
}

/**
 * Whether nothing stands any more at an address of readers: the page was withdrawn; of a claim its verdict or a page that made it, and
 * nothing else is left of it; nothing that is published has the topic any more.
 */
export async function isGone(kind: GoneKind, slug: string): Promise<boolean> {
  if (kind === "TOPIC") return isTopicGone(slug);
  const [row] =
    kind === "ARTICLE"
      ? await database().$queryRaw<{ gone: boolean }[]>`
          SELECT p."withdrawnAt" IS NOT NULL AS gone FROM "Article" a
          JOIN "Publication" p ON p."articleId" = a.id AND p.kind = 'ARTICLE'
          WHERE a.slug = ${slug} ORDER BY p."publishedAt" DESC, p.id DESC LIMIT 1`
      : await database().$queryRaw<{ gone: boolean }[]>`
          SELECT EXISTS (
            SELECT 1 FROM "Publication" p WHERE p."claimId" = c.id AND p.kind = 'CLAIM'
          ) AS gone FROM "Claim" c
          WHERE c.slug = ${slug} AND NOT EXISTS (SELECT 1 FROM "StandingClaim" s WHERE s."claimId" = c.id)`;
  return (
    (row?.gone ?? false) || (kind === "CLAIM" && row !== undefined && (await lostPages(slug)).length > 0)
  );
}

type Subject = { readonly articleId: string } | { readonly claimId: string };

export async function withdrawnOf(subject: Subject): Promise<WithdrawnItem | null> {
  const kind = "articleId" in subject ? "ARTICLE" : "CLAIM";
  const last = await database().publication.findFirst({
    where: { ...subject, kind },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
  });
  if (last?.withdrawnAt == null) return null;
  const all = await database().publication.findMany({
    where: { ...subject, kind },
    select: { reviewId: true, versionId: true },
  });
  const [history, unproven, writers] = await Promise.all([
    publicHistory({
      reviewIds: all.map(({ reviewId }) => reviewId),
      versionIds: all.flatMap(({ versionId }) => versionId ?? []),
      claimIds: "claimId" in subject ? [subject.claimId] : [],
      until: last.withdrawnAt,
    }),
    unprovenPublications([last]),
    writersWhoWithdrew([last.id]),
  ]);
  return {
    kind,
    title: placeOf(last).title,
    at: last.withdrawnAt.toISOString(),
    reason: last.withdrawnReason ?? "",
    withdrawnByWriter: writers.get(last.id) ?? null,
    history: unproven.size === 0 ? history : { ...history, proof: "BROKEN" },
  };
}
