import Link from "next/link";
import { NewThread } from "#components/threads/new-thread";
import { ThreadList } from "#components/threads/thread-list";
import { type ThreadView, threadHref } from "#lib/domain/threads";
import { overlap } from "#lib/text/span";
import * as words from "#lib/words";
import type { Row } from "./rows";
import type { Annotator } from "./use-annotator";
import type { PageThreads } from "./workplace";

const said = words.threads;

interface Props {
  readonly annotator: Annotator;
  readonly row: Row;
  /** Null while the page is read blind. */
  readonly threads: PageThreads | null;
}

/** What the newsroom says of the words of a row, and of the page as a whole. */
export function ThreadsSection({ annotator, row, threads }: Props) {
  if (threads === null)
    return (
      <section className="i-sec i-sec--wide" aria-label={said.title}>
        <h3>{said.title}</h3>
        <p className="why">{said.heldBack}</p>
      </section>
    );
  const { all, place } = threads;
  const { id: versionId } = annotator.desk.version;
  const here = all.filter((thread) => isOn(thread, versionId) && overlaps(thread, row));
  const elsewhere = all.filter((thread) => thread.span !== null && thread.version?.id !== versionId);
  const whole = all.filter((thread) => thread.span === null);
  const between = all.filter(
    (thread) => isOn(thread, versionId) && !annotator.rows.some((one) => overlaps(thread, one)),
  );
  const ofWords = { versionId, start: String(row.start), end: String(row.end) };
  return (
    <>
      <section className="i-sec i-sec--wide" aria-label={said.ofWords}>
        <h3>{said.ofWords}</h3>
        <div className="stack-3">
          <ThreadList threads={here} place={place} />
          <NewThread on={ofWords} place={place} />
          <p className="why">{said.lede}</p>
        </div>
      </section>
      <section className="i-sec i-sec--wide" aria-label={said.ofPage}>
        <h3>{said.ofPage}</h3>
        <div className="stack-3">
          <ThreadList threads={[...whole, ...between]} place={place} />
          <Elsewhere threads={elsewhere} />
          <NewThread on={{ versionId }} place={place} />
        </div>
      </section>
    </>
  );
}

const isOn = ({ span, version }: ThreadView, versionId: string): boolean =>
  span !== null && version?.id === versionId;
const overlaps = ({ span }: ThreadView, row: Row): boolean => span !== null && overlap(span, row) > 0;

/** Threads on words of other versions, each with the way there. */
function Elsewhere({ threads }: { readonly threads: readonly ThreadView[] }) {
  if (threads.length === 0) return null;
  return (
    <ul className="xs">
      {threads.map(({ id, version, count }) => (
        <li key={id}>
          <Link href={threadHref({ versionId: version?.id ?? "" }, id)} prefetch={false}>
            {said.otherVersion(version?.number ?? 0)}
          </Link>{" "}
          {said.began(count)}
        </li>
      ))}
    </ul>
  );
}
