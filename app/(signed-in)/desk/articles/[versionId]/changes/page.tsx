import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Section } from "#components/ui/section";
import { ChangesText } from "#components/versions/changes-text";
import { FateList } from "#components/versions/fate-list";
import { articleDesk } from "#lib/db/articles/desk";
import { changesOf, type Pair, pairOf } from "#lib/desk/page-versions";
import type { ArticleDesk } from "#lib/domain/article-desk";
import { Id } from "#lib/domain/reviews";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import { shownPieces } from "#lib/versions/fate-view";
import { blocksOf } from "#lib/versions/paragraphs";
import * as words from "#lib/words";
import { dayWords } from "#lib/words/moments";

const said = words.versions.page;

interface Props {
  readonly params: Promise<{ readonly versionId: string }>;
  readonly searchParams: Promise<{ readonly with?: string }>;
}

/** Read once for the page and its title. */
const load = cache(async (versionId: string, beside: string | undefined) => {
  const actor = await requirePage();
  const [id, other] = [Id.safeParse(versionId), Id.safeParse(beside)];
  const found = id.success ? await pairOf(id.data, other.success ? other.data : null) : null;
  if (found === null) notFound();
  return { actor, pair: found.pair };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { pair } = await load((await params).versionId, (await searchParams).with);
  return { title: pair ? `${said.title(pair.older.number, pair.newer.number)}.` : words.versions.changes };
}

/** Two versions of a page side by side: what became of the older one's statements, and the text with its changes. */
export default async function ChangesPage({ params, searchParams }: Props) {
  const { versionId } = await params;
  const { actor, pair } = await load(versionId, (await searchParams).with);
  if (pair === null) return <OnlyOne versionId={versionId} />;
  const desk = await articleDesk(actor, pair.older.id);
  if (desk === null) notFound();
  const statements = statementsOf(desk);
  const changes = await changesOf(pair, statements);
  const blocks = blocksOf(shownPieces(changes.pieces, changes.texts));
  const isSame = changes.pieces.every(({ kind }) => kind === "SAME");
  return (
    <>
      <p className="kicker" dir="auto">
        {desk.version.title ?? words.desk.queue.untitled}
      </p>
      <h1 className="page-title">{said.title(pair.older.number, pair.newer.number)}</h1>
      <PairNav pair={pair} versionId={versionId} />
      {!changes.isWordByWord && <p className="note mt-4">{said.notWordByWord}</p>}
      {!changes.areOfOneEngine && <p className="note mt-4">{said.otherRules}</p>}
      <Section id="statements" title={said.statements(pair.older.number)}>
        <FateList statements={statements} fates={changes.fates} timeZone={timeZone()} />
      </Section>
      <Section id="text" title={said.text}>
        <p className="xs muted mb-4">{isSame ? said.same : said.legend}</p>
        <ChangesText blocks={blocks} />
      </Section>
    </>
  );
}

/** What was confirmed, and what nobody decided on, in page order. */
function statementsOf({ statements, suggestions }: ArticleDesk) {
  const waiting = suggestions.filter(({ decision }) => decision === null);
  return [...statements, ...waiting].sort((a, b) => a.start - b.start || a.end - b.end);
}

function PairNav({ pair, versionId }: { pair: Pair; versionId: string }) {
  const { older, newer, order } = pair;
  const others = order.filter(({ id }) => id !== versionId);
  const beside = older.id === versionId ? newer.id : older.id;
  return (
    <>
      <ul className="cluster small mt-2">
        {[older, newer].map(({ id, number, fetchedAt }) => (
          <li key={id}>
            <Link href={`/desk/articles/${id}`}>
              {said.fetched(number, dayWords(new Date(fetchedAt), timeZone()))}
            </Link>
          </li>
        ))}
      </ul>
      {others.length > 1 && (
        <nav className="nav nav--sub" aria-label={said.choose}>
          {others.map(({ id, number }) => (
            <Link
              key={id}
              href={`/desk/articles/${versionId}/changes?with=${id}`}
              aria-current={id === beside ? "page" : undefined}
            >
              {said.compareWith(number)}
            </Link>
          ))}
        </nav>
      )}
    </>
  );
}

function OnlyOne({ versionId }: { versionId: string }) {
  return (
    <>
      <h1 className="page-title">{words.versions.changes}</h1>
      <p className="mt-4">{said.none}</p>
      <p className="mt-4">
        <Link href={`/desk/articles/${versionId}`}>{said.backToPage}</Link>
      </p>
    </>
  );
}
