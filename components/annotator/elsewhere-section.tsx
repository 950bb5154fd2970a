import { ElsewhereItems } from "#components/claims/elsewhere-items";
import { onceClicked } from "#components/ui/send";
import type { Elsewhere, ElsewhereWording } from "#lib/domain/elsewhere";
import * as words from "#lib/words";
import * as links from "./link-acts";
import type { Row } from "./rows";
import type { Annotator } from "./use-annotator";

const said = words.elsewhere;

const SECTION = "on-other-pages";

/** At the head, so that nobody has to look for it: on how many other pages the same is said or contradicted, and the way there. */
export function ElsewhereLine({ elsewhere }: { elsewhere: Elsewhere }) {
  const told = said.counted.flatMap(([relation, words]) => {
    const found = elsewhere.counts.find((one) => one.relation === relation);
    return found === undefined || found.pages === 0 ? [] : [words(found.pages, found.isCut)];
  });
  if (told.length === 0) return null;
  return (
    <p className="mt-2 small">
      <a href={`#${SECTION}`}>{told.join("; ")}</a>
    </p>
  );
}

interface Props {
  readonly annotator: Annotator;
  readonly row: Row;
}

/** What other pages say like this suggestion, whether a claim holds it or not: a rumour that returns is seen where it is read. */
export function ElsewhereSection({ annotator, row, elsewhere }: Props & { elsewhere: Elsewhere }) {
  return (
    <section className="i-sec">
      <h3 id={SECTION} tabIndex={-1}>
        {said.title}
      </h3>
      <Nothing elsewhere={elsewhere} />
      <ElsewhereItems
        elsewhere={elsewhere}
        act={(wording) => <JoinToo annotator={annotator} row={row} wording={wording} />}
      />
    </section>
  );
}

/** Where nothing was found, or not all can be known yet. */
function Nothing({ elsewhere: { isWaiting, wordings } }: { elsewhere: Elsewhere }) {
  if (isWaiting) return <p className="regular val">{said.waiting}</p>;
  return wordings.length === 0 ? <p className="regular val">{said.none}</p> : null;
}

/** What says the same belongs to the same claim. */
function JoinToo({ annotator, row, wording: { relation, claim } }: Props & { wording: ElsewhereWording }) {
  const isJoined = Boolean(row.statement?.claim);
  const isMatched = row.suggestion?.matchedClaim?.id === claim?.id;
  if (claim === null || relation !== "SAME" || isJoined || isMatched || !annotator.canWrite) return null;
  return (
    <p className="cluster mt-2">
      <button
        type="button"
        className="btn btn--s"
        onClick={onceClicked(() => void links.link(annotator, claim.id))}
      >
        {said.joinToo}
      </button>
    </p>
  );
}
