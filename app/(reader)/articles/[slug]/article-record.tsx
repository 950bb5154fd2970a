import { History } from "#components/articles/history";
import { webAddress } from "#components/claims/evidence";
import type { PublishedArticle } from "#lib/domain/published";
import { timeZone } from "#lib/next/time-zone";
import { creditLines } from "#lib/publish/credit-lines";
import { historyLines, markOf } from "#lib/publish/history-view";
import { type ChangesSince, changesInWords } from "#lib/publish/page-changes";
import * as words from "#lib/words";
import { dayOf, longDay } from "#lib/words/date-words";
import { isolated } from "#lib/words/lists";

const w = words.record;

/** Who read the page, whether it changed, what happened to this record, and where the original is. */
export function ArticleRecord({ article, since }: { article: PublishedArticle; since: ChangesSince }) {
  const { content, history, corrections } = article;
  const zone = timeZone();
  const lines = historyLines(history.entries, zone);
  return (
    <>
      <dl className="measure facts">
        <dt>{w.about.readBy}</dt>
        <dd>
          {creditLines(content).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </dd>
        <dt>{w.about.changes}</dt>
        <dd>{changesInWords(since, content.article.fetchedAt, zone)}</dd>
        <dt>{w.history.heading}</dt>
        <dd>
          <ShortHistory history={history} />
        </dd>
        <dt id="corrections">{w.about.corrections}</dt>
        <dd>
          {corrections.length === 0
            ? w.about.none
            : corrections.map(({ at, reason }) => (
                <p key={at + reason} dir="auto">
                  {w.about.correctionOf(longDay(dayOf(at, zone)), reason)}
                </p>
              ))}
        </dd>
        <dt>{w.about.original}</dt>
        <dd className="cite">
          <Original article={content.article} />
        </dd>
      </dl>
      {lines.length === 0 ? null : (
        <details className="mt-4 measure">
          <summary>{w.history.show}</summary>
          <History lines={lines} marks={history.entries} />
        </details>
      )}
    </>
  );
}

function ShortHistory({ history }: { history: PublishedArticle["history"] }) {
  const last = history.entries.at(-1);
  if (history.proof === "BROKEN") return <b>{w.history.proof.BROKEN}</b>;
  if (last === undefined) return w.history.empty;
  return (
    <>
      {w.history.proof[history.proof]} {w.history.short(history.entries.length)}{" "}
      <span className="hash">{markOf(last.hash)}</span>
    </>
  );
}

function Original({ article }: { article: PublishedArticle["content"]["article"] }) {
  const address = webAddress(article.url);
  if (address === null) return article.isSample ? w.about.sample : w.about.noAddress;
  return (
    <a href={address} rel="ugc nofollow noopener" dir="auto">
      {w.about.originalLink(isolated(article.publisher ?? new URL(address).host))}
    </a>
  );
}
