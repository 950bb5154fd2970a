import type { ProvenanceReason } from "#lib/domain/provenance";
import type { ArticlePublication } from "#lib/domain/publications";
import type { DownstreamPage, TextNeighbours, UpstreamPage } from "#lib/domain/published";
import type { ComparedHeadline, ComparedStatement, PublishedUpstream } from "#lib/domain/published-upstream";
import type { TextSourcesView, UpstreamItem } from "#lib/domain/reader-view";
import * as words from "#lib/words";
import { longDay } from "#lib/words/date-words";
import { capitalised, isolated, listed, quoted } from "#lib/words/lists";
import { sourcesPicture } from "./sources-picture";

/** Where a published text is from, in words: what is frozen with the page, and of pages upstream what can be opened now. */

const w = words.textSources;

/** So many pages upstream are listed. */
const MOST_LISTED = 20;

const namedPage = (page: Pick<DownstreamPage, "publisher" | "postedAt">): string =>
  w.page(page.publisher && isolated(page.publisher), page.postedAt && longDay(page.postedAt));

const nameOf = ({ page }: PublishedUpstream): string => namedPage(page);

/** Null where the page's text is from nowhere that anybody found, and nobody has it from here. */
export function textSourcesView(content: ArticlePublication, now: TextNeighbours): TextSourcesView | null {
  const { provenance = [] } = content;
  if (provenance.length === 0 && now.downstream.length === 0) return null;
  const more = provenance.length - MOST_LISTED;
  return {
    upstream:
      provenance.length === 0
        ? null
        : {
            sentences: sentencesOf(content, provenance),
            items: provenance.slice(0, MOST_LISTED).map((one) => itemOf(one, now.upstream.get(one.page.id))),
            more: more > 0 ? w.more(more) : null,
          },
    downstream: now.downstream.length === 0 ? null : downstreamView(content.article.slug, now),
    picture: sourcesPicture(content, now),
  };
}

function downstreamView(
  ofSlug: string,
  { downstream, downstreamCount, isAllCounted, earlier, later }: TextNeighbours,
) {
  const more = earlier === null && later === null ? downstreamCount - downstream.length : 0;
  return {
    sentence: w.copiedBy(downstreamCount, isAllCounted),
    items: downstream.map(({ slug, title, kind, verbatim, statements, ...page }) => ({
      href: `/articles/${slug}`,
      title,
      what: [
        `${w.kinds[kind]}: ${namedPage(page)}`,
        ...(verbatim > 0 ? [w.ofTheirs(verbatim, statements)] : []),
      ].join(words.lists.semicolon),
    })),
    more: more > 0 ? w.more(more, isAllCounted) : null,
    href: `/articles/${ofSlug}`,
    earlier,
    later,
  };
}

/** Of each statement that was compared what became of it, and on which page: where it stands best. */
function fates(provenance: readonly PublishedUpstream[]) {
  const best = new Map<number, { readonly one: ComparedStatement; readonly from: PublishedUpstream }>();
  const rank = ({ change }: ComparedStatement) => (change === "VERBATIM" ? 2 : change === "ADDED" ? 0 : 1);
  for (const from of provenance)
    for (const one of from.statements) {
      const there = best.get(one.number);
      if (there === undefined || rank(one) > rank(there.one)) best.set(one.number, { one, from });
    }
  return best;
}

/** "4 of 6 statements here stand word for word in the page of …; one wasn’t found there." */
function sentencesOf({ statements }: ArticlePublication, provenance: readonly PublishedUpstream[]): string[] {
  const all = [...fates(provenance).values()];
  const added = all.filter(({ one }) => one.change === "ADDED").length;
  const missing = statements.length - all.length;
  const compared = provenance.filter((one) => one.statements.length > 0);
  const isOne = compared.length === 1;
  return [
    ...provenance.slice(0, MOST_LISTED).map((one) => sentenceOf(one, statements.length, isOne ? added : 0)),
    ...(added > 0 && !isOne ? [w.onlyAdded(added)] : []),
    ...(missing > 0 && compared.length > 0 ? [w.notCompared(missing)] : []),
  ];
}

function sentenceOf(from: PublishedUpstream, total: number, added: number): string {
  const name = nameOf(from);
  if (from.kind === "CITES") return w.cites(name);
  if (from.statements.length === 0) return w.unread(name);
  const verbatim = from.statements.filter(({ change }) => change === "VERBATIM").length;
  const isAdded = from.statements.filter(({ change }) => change === "ADDED").length;
  const changed = from.statements.length - verbatim - isAdded;
  const first =
    verbatim > 0
      ? w.verbatim(verbatim, total, name)
      : changed > 0
        ? w.changed(changed, total, name)
        : w.noneThere(name);
  const clauses = [
    first,
    ...(verbatim > 0 && changed > 0 ? [w.alsoChanged(changed)] : []),
    ...(added > 0 ? [w.added(added)] : []),
  ];
  return `${clauses.join(words.lists.semicolon)}.`;
}

function itemOf(from: PublishedUpstream, now: UpstreamPage | undefined): UpstreamItem {
  const { page, kind, reasons, reason, headline, sentences, isCut, by, on } = from;
  const counts = sentences && kind !== "CITES" ? sentences : null;
  return {
    key: page.id,
    title: page.title ?? w.untitled,
    href: now?.href ?? null,
    what: `${w.kinds[kind]}: ${nameOf(from)}`,
    address: page.url,
    lines: [
      ...reasons.flatMap(reasonWords),
      ...(reason === null ? [] : [w.inWords(isolated(by), quoted(isolated(reason)))]),
      w.decided(isolated(by), longDay(on)),
      ...(counts ? [w.sentences(counts.verbatim, counts.changed, counts.added, counts.dropped)] : []),
      ...(headline ? [headlineWords(headline)] : []),
      ...(isCut ? [w.cut] : []),
    ],
    since: [
      ...(now?.newerOn ? [w.newer(longDay(now.newerOn))] : []),
      ...(now?.goneOn ? [w.gone(longDay(now.goneOn))] : []),
    ],
  };
}

function headlineWords({ change, ...differences }: ComparedHeadline): string {
  return [w.headlines[change], ...differenceWords(differences)].join(" ");
}

/** How the texts compare is told by numbers of its own. */
function reasonWords(reason: ProvenanceReason): string[] {
  switch (reason.code) {
    case "credits":
      return [w.credits(isolated(reason.name))];
    case "links":
      return [w.links];
    case "posted-earlier":
      return [w.earlier(reason.days)];
    case "taken-in-earlier":
      return [w.takenInEarlier];
    default:
      return [];
  }
}

/** What stands beside each statement of what became of it, by its number. Words of a page upstream are shown only while readers can open it. */
export function upstreamNotes(content: ArticlePublication, now: TextNeighbours): ReadonlyMap<number, string> {
  const { provenance = [] } = content;
  const isOne = provenance.filter((one) => one.statements.length > 0).length === 1;
  return new Map(
    [...fates(provenance)].map(([number, { one, from }]) => {
      const isOpen = (now.upstream.get(from.page.id)?.href ?? null) !== null;
      return [number, noteOf(one, isOne ? null : nameOf(from), isOpen)];
    }),
  );
}

function noteOf(one: ComparedStatement, from: string | null, isOpen: boolean): string {
  const { change, here = [], there = [] } = one;
  if (change === "VERBATIM") return w.note.verbatim(from);
  if (change === "ADDED") return w.note.added;
  return [
    w.note.changes[change],
    ...differenceWords({ here, there: isOpen ? there : [] }),
    ...(from === null ? [] : [capitalised(w.note.in(from))]),
  ].join(" ");
}

function differenceWords({ here = [], there = [] }: Pick<ComparedHeadline, "here" | "there">): string[] {
  const quotes = (list: readonly string[]) => listed(list.map((text) => quoted(isolated(text))));
  return [
    ...(here.length > 0 ? [w.note.here(quotes(here))] : []),
    ...(there.length > 0 ? [w.note.there(quotes(there))] : []),
  ];
}
