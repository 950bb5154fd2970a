import type { ProvenanceView } from "#lib/domain/provenance";
import * as words from "#lib/words";
import { momentWords } from "#lib/words/moments";
import { Decide, type ProvenanceActs } from "./decide-forms";
import { PageName } from "./page-name";
import { SentenceTable } from "./sentence-table";

const said = words.provenance;

interface Props {
  readonly edge: ProvenanceView;
  readonly timeZone: string;
  readonly acts: ProvenanceActs | null;
}

/** One page upstream: why it is held to be so, what stands there, and what was decided. */
export function UpstreamItem({ edge, timeZone, acts }: Props) {
  const { kind, state, reasons, counts, headline, sentences, page, decided } = edge;
  return (
    <section className="move" aria-labelledby={`edge-${edge.id}`}>
      <h3 id={`edge-${edge.id}`}>
        {said.kinds[kind]} <span className="muted">({said.states[state].toLowerCase()})</span>
      </h3>
      <PageName page={page} href={`/desk/articles/${page.versionId}`} />
      <p className="mt-2">{said.counts(counts.verbatim, counts.changed, counts.added, counts.dropped)}.</p>
      <ul className="small mt-2">
        {reasons.map((reason) => (
          <li key={reason.code} className="wrap-anywhere">
            <bdi>{said.reason(reason)}</bdi>
          </li>
        ))}
        <li>{edge.isMachines && edge.engineVersion ? said.proposedBy(edge.engineVersion) : said.namedBy}</li>
      </ul>
      <Since edge={edge} />
      <p className="mt-3">
        {decided === null ? (
          said.beforeYou
        ) : (
          <>
            {said.decided(state, decided.by, momentWords(decided.at, timeZone))}{" "}
            {decided.reason && <q dir="auto">{decided.reason}</q>}
          </>
        )}
      </p>
      {acts && <Decide edge={edge} acts={acts} />}
      {sentences === null ? (
        <p className="mt-3 muted">{said.notCompared}</p>
      ) : (
        <details className="mt-3" open={state === "PROPOSED" || undefined}>
          <summary>
            {said.sentences}: {said.only(sentences.length)}
          </summary>
          <SentenceTable headline={headline} sentences={sentences} label={page.title ?? said.untitled} />
        </details>
      )}
    </section>
  );
}

/** What became of the page upstream since, and what of the comparison to know. */
function Since({ edge: { since, isOfOlder, isCut } }: Pick<Props, "edge">) {
  const notes = [
    ...(since.newerVersion === null ? [] : [said.newerVersion(since.newerVersion)]),
    ...(since.isGone ? [said.gone] : []),
    ...(isOfOlder ? [said.ofOlder] : []),
    ...(isCut ? [said.cut] : []),
  ];
  return notes.length === 0 ? null : <p className="note mt-3">{notes.join(" ")}</p>;
}
