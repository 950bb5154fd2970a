import { Section } from "#components/ui/section";
import type { ThreadView } from "#lib/domain/threads";
import * as words from "#lib/words";
import { NewThread } from "./new-thread";
import { OpenedThread } from "./opened-thread";
import type { ThreadPlace } from "./thread";
import { ThreadList } from "./thread-list";

const said = words.threads;

/** What the newsroom says of a claim. */
export function ClaimThreads(props: {
  readonly claimId: string;
  /** Null while whoever looks reads blind a page where the claim stands. */
  readonly threads: readonly ThreadView[] | null;
  readonly place: ThreadPlace;
}) {
  const { claimId, threads, place } = props;
  return (
    <Section id="c-threads" title={said.title}>
      <div className="stack-3 measure">
        <p className="small muted">{said.lede}</p>
        {threads === null ? (
          <p>{words.refusals.claimReadBlind}</p>
        ) : (
          <>
            <OpenedThread id={place.openId} />
            <ThreadList threads={threads} place={place} />
            <NewThread on={{ claimId }} place={place} />
          </>
        )}
      </div>
    </Section>
  );
}
