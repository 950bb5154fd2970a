import Link from "next/link";
import { NothingLeft } from "#components/articles/search-facets";
import { LabelBadge } from "#components/ui/label";
import { Section } from "#components/ui/section";
import { saidWords } from "#lib/domain/content-pieces";
import { SEND_CLAIM } from "#lib/domain/error-reports";
import type { Scale } from "#lib/domain/scale";
import type { Question, SearchPage, SearchResult } from "#lib/domain/search";
import type { Facets, SearchFilter } from "#lib/domain/search-filter";
import { answerSentence } from "#lib/publish/article-view";
import { claimCard, hrefOf } from "#lib/publish/claim-view";
import { isNarrowed } from "#lib/publish/search-facets";
import { around, foundPage, type Piece, piecesOf, searchHref } from "#lib/publish/search-view";
import * as words from "#lib/words";
import { longDay } from "#lib/words/date-words";
import { isolated, langOf } from "#lib/words/lists";

const w = words.find.search;

type Hits = SearchPage["hits"];

/** What was found, in the published words, with those marked that were looked for. */
export function SearchResults({
  found,
  facets,
  timeZone,
}: {
  readonly found: SearchPage;
  readonly facets: Facets;
  readonly timeZone: string;
}) {
  return (
    <>
      <p className="mt-5 small muted">{w.order}</p>
      <ResultItems results={found.results} hits={found.hits} facets={facets} timeZone={timeZone} />
    </>
  );
}

/** Pages, claims and statements in one list. */
export function ResultItems({
  results,
  hits,
  facets,
  timeZone,
}: Pick<SearchPage, "results" | "hits"> & { readonly facets: Facets; readonly timeZone: string }) {
  return (
    <ul className="items">
      {results.map((result) => (
        <li key={result.id}>
          {result.kind === "pages" ? (
            <PageFound content={result.content} hits={hits} facets={facets} />
          ) : result.kind === "statements" ? (
            <StatementFound place={result.place} hits={hits} />
          ) : (
            <ClaimFound claim={result.claim} hits={hits} timeZone={timeZone} />
          )}
        </li>
      ))}
    </ul>
  );
}

function PageFound({
  content,
  hits,
  facets,
}: Pick<Extract<SearchResult, { kind: "pages" }>, "content"> & {
  readonly hits: Hits;
  readonly facets: Facets;
}) {
  const { article } = content;
  const { title, statements, more } = foundPage(content, hits, facets);
  const href = `/articles/${article.slug}`;
  const lang = article.language ?? undefined;
  const posted = article.postedAt === null ? null : longDay(article.postedAt);
  const where = words.reader.home.pageMeta(article.publisher, posted);
  return (
    <>
      <div>
        <h2 className="item-title">
          <Link href={href} dir="auto" lang={lang}>
            <Pieces of={title} />
          </Link>
        </h2>
        {statements.map(({ number, label, pieces }) => (
          <p key={number} className="found">
            <LabelBadge label={label} />{" "}
            <a href={`${href}#s${number}`} dir="auto" lang={lang} className="found-words">
              <Pieces of={pieces} />
            </a>
          </p>
        ))}
        {more === 0 ? null : <p className="meta">{hits.size === 0 ? w.moreLeft(more) : w.more(more)}</p>}
      </div>
      <p className="side">
        <b>{w.kind.pages}</b>
        {where === "" ? null : <span dir="auto">{where}. </span>}
        {answerSentence(content)}
      </p>
    </>
  );
}

function StatementFound({
  place,
  hits,
}: Pick<Extract<SearchResult, { kind: "statements" }>, "place"> & { readonly hits: Hits }) {
  const { article, post, statement } = place;
  const lang = article.language ?? undefined;
  const { speaker } = statement;
  const said = post.date === null ? null : longDay(post.date);
  const where = words.reader.home.pageMeta(article.publisher, said);
  return (
    <>
      <div>
        <h2 className="item-title">
          <Link href={hrefOf(place)} dir="auto" lang={lang}>
            <Pieces of={piecesOf(around(saidWords(statement), hits), hits)} />
          </Link>
        </h2>
        <p className="meta">
          <LabelBadge label={statement.label} />{" "}
          {speaker === null ? null : (
            <bdi>
              <Pieces of={piecesOf(speaker.name, hits)} />
            </bdi>
          )}
        </p>
      </div>
      <p className="side">
        <b>{w.kind.statements}</b>
        {where === "" ? null : <span dir="auto">{where}. </span>}
        <span dir="auto" lang={lang}>
          <Pieces of={piecesOf(article.title, hits)} />
        </span>
      </p>
    </>
  );
}

function ClaimFound(
  props: Pick<Extract<SearchResult, { kind: "claims" }>, "claim"> & {
    readonly hits: Hits;
    readonly timeZone: string;
  },
) {
  const { claim, hits } = props;
  const card = claimCard(claim, props.timeZone);
  const explanation = claim.own?.content.verdict.explanation ?? "";
  const inVerdict = piecesOf(around(explanation, hits), hits);
  return (
    <>
      <div>
        <h2 className="item-title">
          <Link href={`/claims/${card.slug}`} dir="auto" lang={langOf(card.wording)}>
            <Pieces of={piecesOf(card.wording, hits)} />
          </Link>
        </h2>
        {inVerdict.some(({ isHit }) => isHit) ? (
          <p className="found" dir="auto" lang={langOf(explanation)}>
            <Pieces of={inVerdict} />
          </p>
        ) : null}
        <p className="meta">
          {card.label === null ? null : <LabelBadge label={card.label} />} {card.meta}
        </p>
      </div>
      <p className="side">
        <b>{w.kind.claims}</b>
        {card.verdict ?? words.common.noVerdict}. {card.side}
      </p>
    </>
  );
}

function Pieces({ of }: { readonly of: readonly Piece[] }) {
  return of.map(({ text, isHit }, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name than their place
    isHit ? <mark key={i}>{text}</mark> : text,
  );
}

/** How to go on where nothing has all of what was looked for. */
export function NothingFound(props: {
  /** Null where filters alone were asked for. */
  readonly question: Question | null;
  readonly filter: SearchFilter;
  readonly scale: Scale;
  readonly alone: readonly string[];
}) {
  const { question, filter, scale, alone } = props;
  const { kind } = filter;
  const title =
    question === null || isNarrowed(filter)
      ? words.searchFacets.none
      : kind === null
        ? w.none(isolated(question.typed))
        : w.noneOfKind[kind];
  return (
    <Section id="nothing" title={title}>
      {question === null || alone.length === 0 || isNarrowed(filter) ? null : (
        <Alone alone={alone} isEach={alone.length === question.parts.length} />
      )}
      <NothingLeft filter={filter} scale={scale} />
      <ul className="bullets mt-4">
        {kind === null ? null : (
          <li>
            <Link href={searchHref({ ...filter, kind: null })}>{w.inEverything}</Link>
          </li>
        )}
        {question === null ? null : (
          <>
            <li>{w.fewer}</li>
            <li>{w.spelling}</li>
          </>
        )}
        <li>
          {w.lists} <Link href="/articles">{w.allPages}</Link> {w.or}{" "}
          <Link href="/claims">{w.allClaims}</Link>.
        </li>
        <li>
          <Link href={SEND_CLAIM}>{words.reports.sendClaim.title}</Link>
        </li>
      </ul>
    </Section>
  );
}

/** Parts of the question that would be found by themselves. */
function Alone({ alone, isEach }: { readonly alone: readonly string[]; readonly isEach: boolean }) {
  return (
    <>
      <p>{isEach ? w.together : w.alone}</p>
      <ul className="bullets">
        {alone.map((part) => (
          <li key={part}>
            <Link href={searchHref({ q: part.includes(" ") ? `"${part}"` : part })} dir="auto">
              {part}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
