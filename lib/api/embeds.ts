import { createHash } from "node:crypto";
import { joinedInto } from "#lib/db/readers/joined";
import { lostPages } from "#lib/db/readers/lost-pages";
import { publishedArticle, publishedClaim } from "#lib/db/readers/published";
import { withdrawnArticle, withdrawnClaim } from "#lib/db/readers/withdrawn";
import { type EmbedPlace, embedPath } from "#lib/domain/embeds";
import type { PublishedArticle } from "#lib/domain/published";
import {
  cardOfArticle,
  cardOfChangedWords,
  cardOfClaim,
  cardOfJoined,
  cardOfLostClaim,
  cardOfNothing,
  cardOfStatement,
  cardOfWithdrawn,
  type EmbedCard,
  type Where,
  withJoined,
} from "#lib/publish/embeds/card";
import { cardAsText, cardFrame, sizeOf, titleOf } from "#lib/publish/embeds/document";

/** What other sites show of what is published: asked of the readers' side alone, so that nothing unpublished can come out. */

export interface CardAnswer {
  readonly status: 200 | 404 | 410;
  readonly card: EmbedCard;
}

/** What stands at a place now. `place` is null for an address that is none. */
export async function cardAt(place: EmbedPlace | null, where: Where): Promise<CardAnswer> {
  if (place === null) return { status: 404, card: cardOfNothing(where) };
  if (place.kind === "claim") return claimAt(place, where);
  const article = await publishedArticle(place.slug);
  if (article !== null) {
    const card =
      place.kind === "article" ? cardOfArticle(article, where) : statementAt(article, place, where);
    return card === null ? { status: 404, card: cardOfNothing(where) } : { status: 200, card };
  }
  const gone = await withdrawnArticle(place.slug);
  if (gone === null) return { status: 404, card: cardOfNothing(where) };
  return { status: 410, card: cardOfWithdrawn(gone, place, where) };
}

async function claimAt(place: EmbedPlace & { kind: "claim" }, where: Where): Promise<CardAnswer> {
  const [claim, joined] = await Promise.all([publishedClaim(place.slug), joinedInto(place.slug)]);
  if (claim !== null) return { status: 200, card: withJoined(cardOfClaim(claim, where), joined) };
  const gone = await withdrawnClaim(place.slug);
  if (gone !== null) return { status: 410, card: withJoined(cardOfWithdrawn(gone, place, where), joined) };
  if (joined !== null) return { status: 200, card: cardOfJoined(joined, where) };
  const lost = await lostPages(place.slug);
  if (lost.length > 0) return { status: 410, card: cardOfLostClaim(lost, place, where) };
  return { status: 404, card: cardOfNothing(where) };
}

/**
 * A statement by its number; where its words are named too, by these: a corrected page may count anew, and no site may be made to show other
 * words than it chose. Null where the page has no such statement.
 */
function statementAt(
  article: PublishedArticle,
  { number, mark }: EmbedPlace & { kind: "statement" },
  where: Where,
): EmbedCard | null {
  if (mark === null) return cardOfStatement(article, number, where);
  const meant = article.content.statements.filter(({ exact }) => markOfWords(exact) === mark);
  const found = meant.find((one) => one.number === number) ?? meant[0];
  return found === undefined
    ? cardOfChangedWords(article, where)
    : cardOfStatement(article, found.number, where);
}

/** What a statement's words are known by: the first 48 bits of their SHA-256, in hexadecimal digits. */
export function markOfWords(exact: string): string {
  return createHash("sha256").update(exact).digest("hex").slice(0, 12);
}

/** Something to copy into another site's page, and where it can be looked at first. */
export interface Share {
  /** Of the card. */
  readonly path: string;
  readonly frame: string;
  readonly text: string;
}

/** What a card shows, to be put elsewhere. */
export function shareOf(place: EmbedPlace, card: EmbedCard, { origin }: Where): Share {
  const path = embedPath(markedPlace(place, card));
  return {
    path,
    frame: cardFrame(`${origin}${path}`, titleOf(card), sizeOf(card)),
    text: cardAsText(card),
  };
}

/** The place with the mark of the words that its card shows. */
export function markedPlace(place: EmbedPlace, card: EmbedCard): EmbedPlace {
  return place.kind === "statement" ? { ...place, mark: markOfWords(card.text) } : place;
}
