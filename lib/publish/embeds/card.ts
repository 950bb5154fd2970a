import type { CalendarDate } from "#lib/domain/analysis";
import { type EmbedPlace, readersPath } from "#lib/domain/embeds";
import type { ReaderLabel } from "#lib/domain/labels";
import type {
  JoinedLink,
  LostPage,
  Proof,
  PublicCorrection,
  PublishedArticle,
  PublishedClaim,
  WithdrawnItem,
} from "#lib/domain/published";
import type { ReadPost, ReadStatement, StripView } from "#lib/domain/reader-view";
import { articleView } from "#lib/publish/article-view";
import { verdictWord } from "#lib/publish/claim-view";
import * as words from "#lib/words";
import { dayOf, longDay } from "#lib/words/date-words";
import { isolated, quoted } from "#lib/words/lists";
import { verdictMeaning } from "#lib/words/verdicts";

/** What a card in another site's page says, in words: the same as the readers' page that it leads to, and less of it. */

const w = words.embeds;

export interface EmbedCard {
  /** The readers' page, absolute. */
  readonly href: string;
  readonly kicker: string;
  /** A page's headline, a statement's or a claim's words; from outside. */
  readonly text: string;
  /** Whether `text` are words of a page, as it has them. */
  readonly isQuoted: boolean;
  /** Of `text`; null where it isn't known. */
  readonly language: string | null;
  /** Null for everything but a statement. */
  readonly label: ReaderLabel | null;
  readonly strip: StripView | null;
  /** Null for everything but a claim. */
  readonly verdict: { readonly heading: string; readonly word: string } | null;
  /** May hold words from outside. */
  readonly sentences: readonly string[];
  /** Where its promise stands today; null where it makes none. */
  readonly due: string | null;
  /** When it was corrected last, and why; null where it wasn't. */
  readonly corrected: string | null;
  readonly published: string | null;
  /** The words of the link. */
  readonly more: string;
  readonly proof: Proof;
}

/** `timeZone` is an IANA name. */
export interface Where {
  readonly origin: string;
  readonly today: CalendarDate;
  readonly timeZone: string;
}

const PLAIN = {
  isQuoted: false,
  language: null,
  label: null,
  strip: null,
  verdict: null,
  due: null,
  corrected: null,
  published: null,
  proof: "VERIFIED",
} as const;

/** An address without the place on its page. */
export const withoutFragment = (href: string): string => href.split("#", 1)[0] ?? href;

/** A page: its headline, where it is from, its statements as strokes and in counts. */
export function cardOfArticle(article: PublishedArticle, where: Where): EmbedCard {
  const { content, publishedAt, corrections, history } = article;
  const view = articleView(content, where.today);
  return {
    ...PLAIN,
    href: hrefOf({ kind: "article", slug: content.article.slug }, where),
    kicker: view.kicker,
    text: content.article.title,
    language: content.article.language,
    strip: view.strip,
    sentences: [view.answer, ...(view.strip === null ? [] : [view.strip.legend]), w.lineNote],
    corrected: lastCorrection(corrections, where),
    published: w.published(dayIn(publishedAt, where)),
    more: w.more.article,
    proof: history.proof,
  };
}

/** One statement of a page, by its number; null where the page has none. */
export function cardOfStatement(article: PublishedArticle, number: number, where: Where): EmbedCard | null {
  const { content, publishedAt, corrections, history } = article;
  const view = articleView(content, where.today);
  const found = statementIn(view.posts, number);
  if (found === null) return null;
  const { post, statement } = found;
  const { slug, title, language } = content.article;
  return {
    ...PLAIN,
    href: hrefOf({ kind: "statement", slug, number, mark: null }, where),
    kicker: `${w.number(number)}. ${post.name}`,
    text: statement.words,
    isQuoted: true,
    language,
    label: statement.label,
    sentences: [statement.sentences.join(" "), w.on(isolated(title), view.kicker), w.lineNote],
    due: statement.due?.line ?? null,
    corrected: statement.isCorrected ? lastCorrection(corrections, where) : null,
    published: w.published(dayIn(publishedAt, where)),
    more: w.more.statement,
    proof: history.proof,
  };
}

function statementIn(
  posts: readonly ReadPost[],
  number: number,
): { readonly post: ReadPost; readonly statement: ReadStatement } | null {
  for (const post of posts) {
    const all = post.items.flatMap((item) =>
      item.kind === "statement" ? [item.statement] : item.statements,
    );
    const statement = all.find((one) => one.number === number);
    if (statement !== undefined) return { post, statement };
  }
  return null;
}

/** In place of a statement whose words were changed since they were put somewhere. They aren't shown any more, and no others instead. */
export function cardOfChangedWords(article: PublishedArticle, where: Where): EmbedCard {
  return {
    ...PLAIN,
    href: hrefOf({ kind: "article", slug: article.content.article.slug }, where),
    kicker: w.changed.kicker,
    text: w.changed.title,
    sentences: [w.changed.text],
    corrected: lastCorrection(article.corrections, where),
    more: w.more.article,
    proof: article.history.proof,
  };
}

/** A claim and what was found out about it. */
export function cardOfClaim(claim: PublishedClaim, where: Where): EmbedCard {
  const { slug, wording, own, withdrawn, corrections, history } = claim;
  const said = words.record.verdict;
  const of = {
    ...PLAIN,
    href: hrefOf({ kind: "claim", slug }, where),
    kicker: words.record.claim.kicker,
    text: wording,
    corrected: lastCorrection(corrections, where),
    more: w.more.claim,
    proof: history.proof,
  };
  if (own !== null) {
    const verdict = { heading: said.heading(dayIn(own.publishedAt, where)), word: verdictWord(claim) };
    return { ...of, verdict, sentences: [verdictMeaning(own.content.verdict)] };
  }
  if (withdrawn === null)
    return { ...of, verdict: { heading: said.none, word: verdictWord(claim) }, sentences: [said.noneYet] };
  const { heading, noVerdict } = words.reader.withdrawn;
  const verdict = { heading: heading.CLAIM(dayIn(withdrawn.at, where)), word: noVerdict };
  return { ...of, verdict, sentences: whyWithdrawn(withdrawn) };
}

/** What was taken back: its title, when and why. */
export function cardOfWithdrawn(item: WithdrawnItem, place: EmbedPlace, where: Where): EmbedCard {
  const { kicker, heading } = words.reader.withdrawn;
  return {
    ...PLAIN,
    href: withoutFragment(hrefOf(place, where)),
    kicker: kicker[item.kind],
    text: item.title,
    sentences: [heading[item.kind](dayIn(item.at, where)), ...whyWithdrawn(item)],
    more: w.more.gone,
    proof: item.history.proof,
  };
}

function whyWithdrawn({ reason, withdrawnByWriter }: WithdrawnItem): string[] {
  return [
    reason,
    ...(withdrawnByWriter === null ? [] : [words.reader.corrections.byWriter(isolated(withdrawnByWriter))]),
  ];
}

/** The card of a claim that was joined with another says so; `joined` is null for all others. */
export function withJoined(card: EmbedCard, joined: JoinedLink | null): EmbedCard {
  if (joined === null) return card;
  const said = `${words.joinedClaims.away} ${quoted(isolated(joined.wording))}`;
  return { ...card, sentences: [...card.sentences, said] };
}

/** In place of a claim that was joined with another, and of which nothing else is left: it leads to where the record goes on. */
export function cardOfJoined(joined: JoinedLink, where: Where): EmbedCard {
  return withJoined(
    {
      ...PLAIN,
      href: hrefOf({ kind: "claim", slug: joined.slug }, where),
      kicker: words.record.claim.kicker,
      text: w.joinedTitle,
      sentences: [],
      more: w.more.claim,
    },
    joined,
  );
}

/** A claim of which nothing is left: all pages that made it were withdrawn. */
export function cardOfLostClaim(pages: readonly LostPage[], place: EmbedPlace, where: Where): EmbedCard {
  const { kicker, answer, lede } = words.lostPages;
  const href = hrefOf(place, where);
  return { ...PLAIN, href, kicker, text: answer(pages.length), sentences: [lede], more: w.more.gone };
}

/** Where nothing stands. */
export function cardOfNothing(where: Where): EmbedCard {
  const { kicker, title, text } = w.nothing;
  return { ...PLAIN, href: `${where.origin}/`, kicker, text: title, sentences: [text], more: w.more.nothing };
}

function lastCorrection(corrections: readonly PublicCorrection[], where: Where): string | null {
  const last = corrections.find((one) => !one.isWithdrawal);
  return last === undefined ? null : w.corrected(dayIn(last.at, where), last.reason);
}

const hrefOf = (place: EmbedPlace, { origin }: Where): string => `${origin}${readersPath(place)}`;
const dayIn = (at: string, { timeZone }: Where): string => longDay(dayOf(at, timeZone));
