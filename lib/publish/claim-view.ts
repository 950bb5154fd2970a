import type { CalendarDate } from "#lib/domain/analysis";
import type { Stance } from "#lib/domain/claims";
import { saidWords } from "#lib/domain/content-pieces";
import type { ReaderLabel } from "#lib/domain/labels";
import type { PublishedStatement } from "#lib/domain/publications";
import type { Appearance, ListedClaim, PublishedClaim } from "#lib/domain/published";
import type { ClaimCard, DueCard, DueView } from "#lib/domain/reader-view";
import * as words from "#lib/words";
import { dayOf, dayRange, longDay, shortDay } from "#lib/words/date-words";
import { isolated } from "#lib/words/lists";
import { verdictName } from "#lib/words/verdicts";
import { dueSentence, dueView } from "./due";
import { quotation } from "./quotation";
import { sideNote, whatIsMissing } from "./side-note";
import { sourceName } from "./source-name";
import { publisherLink, type TrackLink } from "./track-links";

const w = words.record.claim;
const list = words.reader.claims;
const QUOTED = 120;
const LONG_QUOTE = 40;

export interface Facts {
  readonly who: string;
  /** `record` is that of the publisher; null where none is named. */
  readonly where: {
    readonly href: string;
    readonly name: string;
    readonly rest: string;
    readonly record: TrackLink | null;
  };
  readonly when: string;
  readonly label: ReaderLabel;
  readonly source: string;
  readonly sounds: string;
}

/** Who, where, when and by what source the claim was first said; null where no published page makes it. */
export function claimFacts(
  { appearances, appearanceCount }: Pick<PublishedClaim, "appearances" | "appearanceCount">,
  timeZone: string,
): Facts | null {
  const [first] = appearances;
  if (!first) return null;
  const { article, post, statement } = first;
  const more = appearanceCount - 1;
  return {
    who: whoSaid(first),
    where: {
      href: hrefOf(first),
      name: isolated(article.publisher ?? w.unnamedPage),
      record: article.publisher === null ? null : publisherLink(article.publisher),
      rest: `${post.isTeaser ? w.asTeaser : ""}${more > 0 ? w.moreAppearances(more) : ""}`,
    },
    when: `${post.date === null ? w.noDate : longDay(post.date)}${w.firstSeen(longDay(dayOf(article.fetchedAt, timeZone)))}`,
    label: statement.label,
    source: sourceWords(statement),
    sounds: w.sounds[statement.factuality.writer],
  };
}

/** Where somebody is marked, what is missing of them; else what the label says of its sources. */
function sourceWords(statement: PublishedStatement): string {
  const { label, speaker } = statement;
  const missing = label === "UNSOURCED_SPECULATION" && speaker !== null ? whatIsMissing(statement) : [];
  return missing.length > 0 ? missing.join(" ") : words.labels[label].source;
}

/** Who is named; null where nobody is: neither "sources" nor a memo is anybody's name. */
function namedIn(statement: PublishedStatement): string | null {
  const isSomebody = statement.speaker !== null && !["UNNAMED", "DOCUMENT"].includes(statement.speaker.kind);
  return statement.label === "UNSOURCED_SPECULATION" && !isSomebody ? null : sourceName(statement);
}

function whoSaid({ post, isOwnPost, statement }: Appearance): string {
  const who = namedIn(statement) ?? w.nobody;
  return !isOwnPost && post.headline !== null ? `${who}${w.headed(isolated(post.headline))}` : who;
}

/** The page's `<title>`: the answer first. */
export function claimTitle(claim: Pick<PublishedClaim, "own" | "wording">): string {
  return w.title(verdictWord(claim), claim.wording);
}

export function verdictWord({ own }: Pick<PublishedClaim, "own">): string {
  return own === null ? words.common.noVerdict : verdictName(own.content.verdict);
}

/** The first place where the claim was made as a promise of which there is something to say. */
export function promiseOf<Place extends Pick<Appearance, "statement">>(
  { appearances }: { readonly appearances: readonly Place[] },
  today: CalendarDate,
): Place | null {
  return appearances.find(({ statement }) => dueView(statement.prediction, today) !== null) ?? null;
}

/** The promise that the claim makes: the first one with a day, as it was said. */
export function claimDue(
  { appearances }: Pick<PublishedClaim, "appearances">,
  today: CalendarDate,
): DueView | null {
  const place = promiseOf({ appearances }, today);
  return place && dueView(place.statement.prediction, today);
}

export interface Said {
  readonly key: string;
  readonly label: ReaderLabel;
  readonly words: string;
  /** Of the page. */
  readonly language: string | null;
  readonly note: string;
}

/** The words as each page has them, once where several pages share them. */
export function asItWasSaid({ appearances }: Pick<PublishedClaim, "appearances">): Said[] {
  const said = new Map<string, Said>();
  for (const { article, isOwnPost, statement } of appearances) {
    const words = saidWords(statement);
    const key = `${statement.label}:${words}`;
    const note = sideNote(statement, { article, isMain: isOwnPost, isFirstReported: true }).join(" ");
    if (!said.has(key))
      said.set(key, {
        key,
        label: statement.label,
        words,
        language: article.language,
        note,
      });
  }
  return [...said.values()];
}

export interface AppearanceRow {
  readonly href: string;
  readonly place: string;
  readonly dated: string;
  readonly label: ReaderLabel;
  readonly firstSeen: string;
}

export function appearanceRows({ appearances }: PublishedClaim["places"], timeZone: string): AppearanceRow[] {
  return appearances.map((appearance) => {
    const { article, post, isOwnPost, statement } = appearance;
    const publisher = isolated(article.publisher ?? w.unnamedPage);
    return {
      href: hrefOf(appearance),
      place: isOwnPost ? publisher : w.belowAnother(publisher),
      dated: post.date === null ? w.undated : shortDay(post.date),
      label: statement.label,
      firstSeen: shortDay(dayOf(article.fetchedAt, timeZone)),
    };
  });
}

export function evidenceOf(claim: Pick<PublishedClaim, "own">, stance: Stance) {
  return (claim.own?.content.evidence ?? []).filter((evidence) => evidence.stance === stance);
}

/** One claim in a list: label and place left, verdict right. */
export function claimCard(claim: ListedClaim, timeZone: string): ClaimCard {
  const [first] = claim.appearances;
  const own = claim.own;
  return {
    slug: claim.slug,
    wording: claim.wording,
    label: first?.statement.label ?? null,
    meta: first ? cardMeta(first) : "",
    verdict: own && verdictName(own.content.verdict),
    side: own
      ? words.record.verdict.published(shortDay(dayOf(own.publishedAt, timeZone)))
      : first
        ? uncheckedWords(first.statement)
        : list.notChecked,
  };
}

function uncheckedWords({ label, speaker }: PublishedStatement): string {
  return label === "UNSOURCED_SPECULATION" && speaker !== null
    ? list.notChecked
    : words.labels[label].unchecked;
}

/** Of a post that stands under an agency's report, nothing is the agency's. */
function cardMeta({ article, post, isOwnPost, statement }: Appearance): string {
  const agency = isOwnPost && article.agency !== null ? isolated(article.agency) : null;
  const date = agency === null ? post.date : (article.agencyDate ?? post.date);
  const day = date === null ? "" : list.meta.dated(shortDay(date));
  const { label, speaker } = statement;
  const place = placeOf({ article, post, isOwnPost });
  const name = namedIn(statement);
  if (label === "UNSOURCED_SPECULATION") {
    return name === null ? list.meta.nobody(`${place}${day}`) : list.meta.saidBy(name, `${place}${day}`);
  }
  if (name === null) return `${agency ?? isolated(article.publisher ?? w.unnamedPage)}${day}`;
  const isRelayed = agency !== null && speaker?.name !== article.agency;
  return list.meta.attributed(name, `${isRelayed ? list.meta.relayed(agency) : place}${day}`);
}

function placeOf({ article, post, isOwnPost }: Pick<Appearance, "article" | "post" | "isOwnPost">): string {
  if (!isOwnPost && post.headline !== null) return list.meta.headed(isolated(post.headline));
  return article.publisher === null ? "" : list.meta.on(isolated(article.publisher));
}

/** A rumour that fell due: its words, the day, and how long ago. Null for a statement that promises no day. */
export function dueCard(appearance: Appearance, today: CalendarDate): DueCard | null {
  const { statement } = appearance;
  const { prediction } = statement;
  if (prediction === null || prediction.dueFrom === null || prediction.dueTo === null) return null;
  const [state = "", ...rest] = dueSentence(prediction, today).split(/(?<=\.) /);
  return {
    href: statement.claim === null ? hrefOf(appearance) : `/claims/${statement.claim.slug}`,
    language: appearance.article.language,
    words: quotation(withinQuotes(saidWords(statement)), QUOTED),
    promised: words.due.promised(dayRange(prediction.dueFrom, prediction.dueTo)).replace(/\.$/, ""),
    state: state.replace(/\.$/, ""),
    side: rest.join(" "),
  };
}

/** What a page puts between quotation marks, where it quotes at some length; else all of it. */
function withinQuotes(exact: string): string {
  const opening = exact.indexOf("“");
  const inside = opening === -1 ? "" : exact.slice(opening + 1);
  return inside.length >= LONG_QUOTE ? inside.replace(/[“”"]/gu, "") : exact;
}

export function hrefOf({ article, statement }: Appearance): string {
  return `/articles/${article.slug}#s${statement.number}`;
}
