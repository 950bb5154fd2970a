import Link from "next/link";
import { DeskHistory } from "#components/ui/desk-history";
import { KeptFocus } from "#components/ui/kept-focus";
import { Section } from "#components/ui/section";
import type { FormAction } from "#lib/domain/form-state";
import { MOST_PAGES_COUNTED, type PublisherArticle, type PublisherDesk } from "#lib/domain/publishers";
import * as words from "#lib/words";
import { MarkForm } from "./mark-form";

const said = words.publishers;

interface Props {
  readonly desk: PublisherDesk;
  readonly isFirst: boolean;
  readonly timeZone: string;
  /** Null where this person may not. */
  readonly mark: FormAction | null;
}

/** One publisher on the desk. */
export function PublisherRecord({ desk, isFirst, timeZone, mark }: Props) {
  return (
    <KeptFocus heading="publisher-name">
      <p className="kicker">
        <Link href="/desk/publishers">{said.back}</Link>
      </p>
      <h1 className="claim-words wrap-anywhere" id="publisher-name" dir="auto">
        {desk.name}
      </h1>
      <p className="mt-3">
        {desk.kind === null ? said.noKind : words.publisherKinds[desk.kind]};{" "}
        {said.counts(desk.pages, MOST_PAGES_COUNTED)}.
      </p>
      {mark && <MarkForm publisherId={desk.id} revision={desk.revision} kind={desk.kind} mark={mark} />}
      <Section id="p-pages" title={said.own}>
        <p className="small muted">{said.ownNote}</p>
        {desk.articles.length === 0 ? (
          <p className="mt-3">{said.noPages}</p>
        ) : (
          <ul className="stack-3 mt-3">
            {desk.articles.map((article) => (
              <li key={article.id} className="wrap-anywhere">
                <Page article={article} />
              </li>
            ))}
          </ul>
        )}
        {isFirst && desk.more === null ? null : (
          <nav className="cluster mt-6" aria-label={said.own}>
            {isFirst ? null : <Link href={`/desk/publishers/${desk.id}`}>{said.first}</Link>}
            {desk.more && (
              <Link href={`/desk/publishers/${desk.id}?after=${desk.more}`} rel="next">
                {said.more}
              </Link>
            )}
          </nav>
        )}
      </Section>
      <DeskHistory id="p-history" history={desk.history} empty={said.noHistory} timeZone={timeZone} />
    </KeptFocus>
  );
}

function Page({ article: { versionId, title, putRight, isDismissed } }: { article: PublisherArticle }) {
  const notes = [
    ...(putRight === undefined ? [] : [putRight === null ? said.nowNobody : said.now(putRight)]),
    ...(isDismissed ? [said.dismissed] : []),
  ];
  const called = title ?? words.desk.queue.untitled;
  return (
    <>
      {versionId === null ? (
        <span dir="auto">{called}</span>
      ) : (
        <Link href={`/desk/articles/${versionId}`} dir="auto" prefetch={false}>
          {called}
        </Link>
      )}{" "}
      {notes.length > 0 && (
        <span className="small muted" dir="auto">
          ({notes.join("; ")})
        </span>
      )}
    </>
  );
}
