import { claimMergers } from "#lib/db/claims/merging";
import type { Tx } from "#lib/db/core/client";
import { confirmedEdges } from "#lib/db/provenance/confirmed";
import { readBlindBefore } from "#lib/db/readings/readings";
import { publishedBefore } from "#lib/db/reviews/publications";
import { reviewedArticle, reviewedClaim } from "#lib/db/reviews/reviewed";
import type { LockedReview } from "#lib/db/reviews/reviews";
import { claimPartWriters, statementWriters, wordingWriters } from "#lib/db/reviews/writers";
import { nameWriters } from "#lib/db/speakers/speakers";
import { topicWriters } from "#lib/db/topics/tags";
import { creditsOf } from "#lib/domain/credits";
import { type ArticlePublication, PublicationContent } from "#lib/domain/publications";
import { articleContent } from "#lib/publish/article-content";
import { correctedNumbers } from "#lib/publish/changes";
import { claimContent } from "#lib/publish/claim-content";
import { partsOf, publishedParts, upstreamPartName } from "#lib/publish/parts";
import { frozenUpstream } from "./frozen-provenance";

/**
 * What the review would publish now, by this name, and everybody who wrote a part of it that nobody has read for publication yet.
 */
export async function contentOf(tx: Tx, review: LockedReview, publishedBy: string) {
  const { content, claimIds, writersOf } = await draftContent(tx, review, publishedBy);
  const parts = partsOf(content);
  const isSame = (one: PublicationContent) =>
    one.kind === content.kind && addressOf(one) === addressOf(content);
  const published = await publishedBefore(tx, review, claimIds);
  const standing = published.find(isSame) ?? null;
  const earlier = published.flatMap((one) => {
    // Of other pages and claims only the wordings of claims are the same thing.
    return publishedParts(one).filter(({ name }) => isSame(one) || name.startsWith("claim:"));
  });
  const { credits, unread } = creditsOf(parts, writersOf, earlier, publishedBy);
  const names = [
    ...content.writers.map(({ name }) => name),
    ...credits.flatMap(({ writtenBy }) => writtenBy),
  ];
  const writers = [...new Set(names)].map((name) => ({ name }));
  const corrects = content.kind === "ARTICLE" ? correctedNumbers(standing, content) : [];
  const whole = {
    ...content,
    writers,
    credits,
    ...(corrects.length > 0 ? { corrects } : {}),
    ...(review.guideline === null ? {} : { guideline: review.guideline }),
    readBlind: review.versionId === null ? null : await readBlindBefore(tx, review.versionId),
  };
  return { content: PublicationContent.parse(whole), claimIds, unread, standing };
}

const addressOf = (content: PublicationContent): string =>
  content.kind === "ARTICLE" ? content.article.slug : content.claim.slug;

async function draftContent(tx: Tx, review: LockedReview, publishedBy: string) {
  const taggers = await topicWriters(tx, review);
  if (review.claimId === null) {
    const { claimIds, pageWriters, ...reviewed } = await reviewedArticle(tx, review);
    const { content, deciders } = await withProvenance(
      tx,
      articleContent({ ...reviewed, publishedBy }),
      review.versionId ?? "",
    );
    const writers = await statementWriters(tx, review.id);
    const namers = await nameWriters(tx, review.id);
    const mergers = await claimMergers(tx, review.id);
    const wordings = await wordingWriters(tx, claimIds);
    const ids = new Map(content.statements.map(({ number, id }) => [String(number), id]));
    const writersOf = (name: string) => {
      if (name === "page") return pageWriters;
      const decider = deciders.get(name);
      if (decider !== undefined) return [decider];
      if (name === "topics") return taggers;
      const id = ids.get(name);
      if (id === undefined) return wordings.get(slugIn(name)) ?? [];
      return [...(writers.get(id) ?? []), ...(namers.get(id) ?? []), ...(mergers.get(id) ?? [])];
    };
    return { content, claimIds, writersOf };
  }
  const { claimIds, ...reviewed } = await reviewedClaim(tx, review);
  const content = claimContent({ ...reviewed, publishedBy });
  const writers = await claimPartWriters(tx, { id: review.id, claimId: review.claimId });
  const wordings = await wordingWriters(tx, claimIds);
  const writersOf = (name: string) =>
    name === "topics" ? taggers : (writers.get(name) ?? wordings.get(slugIn(name)) ?? []);
  return { content, claimIds, writersOf };
}

/** With where its text is from, as it is confirmed now, and who decided so: by the names of the parts. */
async function withProvenance(tx: Tx, content: ArticlePublication, versionId: string) {
  const edges = await confirmedEdges(tx, content.article.id);
  const provenance = edges.map((edge) =>
    frozenUpstream(edge, versionId, { title: content.article.title, statements: content.statements }),
  );
  return {
    content: edges.length === 0 ? content : { ...content, provenance },
    deciders: new Map(edges.map(({ page, by }) => [upstreamPartName(page.id), by])),
  };
}

const slugIn = (partName: string): string => partName.replace(/^claim:/, "");
