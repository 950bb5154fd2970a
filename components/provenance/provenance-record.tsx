import Link from "next/link";
import { DeskHistory } from "#components/ui/desk-history";
import { KeptFocus } from "#components/ui/kept-focus";
import { ListPages } from "#components/ui/list-pages";
import { Section } from "#components/ui/section";
import { MOST_DOWNSTREAM_COUNTED, type ProvenanceDesk } from "#lib/domain/provenance";
import type { HistoryView } from "#lib/domain/review-views";
import * as words from "#lib/words";
import { AddUpstream, type ProvenanceActs } from "./decide-forms";
import { PageName } from "./page-name";
import { UpstreamItem } from "./upstream-item";

const said = words.provenance;

interface Props {
  readonly desk: ProvenanceDesk & { readonly history: readonly HistoryView[] };
  readonly timeZone: string;
  /** Null where this person may not decide. */
  readonly acts: ProvenanceActs | null;
}

/** Where a page's text is from, and who has it from there, on the desk. */
export function ProvenanceRecord({ desk, timeZone, acts }: Props) {
  return (
    <KeptFocus heading="sources-title">
      <p className="kicker">
        <Link href={`/desk/articles/${desk.versionId}`}>{said.toPage}</Link>
      </p>
      <h1 className="page-title" id="sources-title">
        {said.title}
      </h1>
      <p className="mt-2 wrap-anywhere" dir="auto">
        {desk.title ?? words.desk.queue.untitled}
      </p>
      {desk.isWaiting && <p className="note mt-4">{said.waiting}</p>}
      <Section id="upstream" title={said.upstream}>
        {desk.upstream.length === 0 ? (
          <p>{said.none}</p>
        ) : (
          <ul className="stack-6">
            {desk.upstream.map((edge) => (
              <li key={edge.id}>
                <UpstreamItem edge={edge} timeZone={timeZone} acts={acts} />
              </li>
            ))}
          </ul>
        )}
        {acts && <AddUpstream versionId={desk.versionId} add={acts.add} />}
      </Section>
      <Section id="downstream" title={said.downstream}>
        <Downstream desk={desk} />
      </Section>
      <DeskHistory id="history" history={desk.history} empty={said.noHistory} timeZone={timeZone} />
    </KeptFocus>
  );
}

function Downstream({
  desk: { versionId, downstream, downstreamCount, earlier, later },
}: Pick<Props, "desk">) {
  if (downstream.length === 0) return <p>{said.noneDownstream}</p>;
  return (
    <>
      <p>{said.copiedBy(downstreamCount, downstreamCount < MOST_DOWNSTREAM_COUNTED)}</p>
      <ul className="stack-3 mt-4">
        {downstream.map(({ id, kind, state, counts, page }) => (
          <li key={id}>
            <PageName page={page} href={`/desk/articles/${page.versionId}/sources`} />
            <p className="small muted">
              {said.kinds[kind]}; {said.states[state].toLowerCase()}.{" "}
              {said.counts(counts.verbatim, counts.changed, counts.added, counts.dropped)}.
            </p>
          </li>
        ))}
      </ul>
      <ListPages
        href={`/desk/articles/${versionId}/sources`}
        of={said.downstreamPages}
        newer={earlier}
        older={later}
        at="downstream"
        say={{ newer: said.earlierOnes, older: said.laterOnes }}
      />
    </>
  );
}
