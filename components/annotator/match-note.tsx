import Link from "next/link";
import { onceClicked } from "#components/ui/send";
import { isAffirmable } from "#lib/domain/affirmable-matches";
import type { MatchedClaim } from "#lib/domain/statement-views";
import * as words from "#lib/words";
import { dayOf, longDay } from "#lib/words/date-words";
import { momentWords } from "#lib/words/moments";
import * as links from "./link-acts";
import type { Row } from "./rows";
import type { Annotator } from "./use-annotator";
import type { Workplace } from "./workplace";

const said = words.matches;

interface Props {
  readonly annotator: Annotator;
  readonly row: Row;
  readonly place: Workplace;
}

/** Beside another relation it would say how unlikely it is that both are the same. */
const SAYS_HOW_LIKELY: ReadonlySet<MatchedClaim["relation"]> = new Set(["SAME", "SIMILAR"]);

/** The claim that the machine matched the suggestion with: why, what was found out about it before, and what became of the match. */
export function MatchNote({ annotator, row, place }: Props) {
  const match = row.suggestion?.matchedClaim ?? null;
  if (match === null || row.suggestion?.decision === "REJECTED") return null;
  const isJoined = row.statement?.claim?.id === match.id;
  const isElsewhere = !isJoined && Boolean(row.statement?.claim);
  // What is joined to a claim of its own can still contradict this one.
  if (isElsewhere && !isAffirmable(match.relation)) return null;
  const { decision, verdict } = match;
  const isWaiting = decision === null && row.statement === null;
  return (
    <div className="match-note">
      <p>
        <b>{match.isSure ? said.heading.sure : said.heading[match.relation ?? "SIMILAR"]}:</b>{" "}
        <Link href={`/desk/claims/${match.id}#c-verdict`} dir="auto">
          {match.wording}
        </Link>
      </p>
      <p className={verdict ? "checked" : "muted"}>
        {verdict ? said.checked(verdict.name, longDay(dayOf(verdict.at, place.timeZone))) : said.notChecked}{" "}
        <Link href={`/desk/claims/${match.id}#c-verdict`}>
          {said.openVerdict} <kbd>v</kbd>
        </Link>
      </p>
      {verdict && <p dir="auto">{verdict.explanation}</p>}
      <p className="muted">
        {match.why.join(" ")}
        {SAYS_HOW_LIKELY.has(match.relation) && ` ${said.score(Math.round(match.score * 100))}`}
      </p>
      {match.isSure && isWaiting && <p>{said.willJoin}</p>}
      {decision && <p className="muted">{fateWords(decision, isJoined, place.timeZone)}</p>}
      {annotator.canWrite && !isJoined && (
        <MatchActs annotator={annotator} match={match} mayJoin={!isElsewhere} />
      )}
    </div>
  );
}

interface ActsProps {
  readonly annotator: Annotator;
  readonly match: MatchedClaim;
  /** The statement is joined to no claim. */
  readonly mayJoin: boolean;
}

function MatchActs({ annotator, match: { id, relation, decision }, mayJoin }: ActsProps) {
  const answer = (one: "affirm" | "refuse" | "undo") => () => void links.judgeMatch(annotator, one);
  const isUndone = decision?.kind === "REFUSED" || decision?.kind === "AFFIRMED";
  return (
    <p className="cluster mt-2">
      {mayJoin && (
        <MatchButton onClick={() => void links.link(annotator, id)}>
          {words.desk.annotator.joinIt}
        </MatchButton>
      )}
      {decision === null && isAffirmable(relation) && (
        <MatchButton onClick={answer("affirm")}>{said.affirm[relation]}</MatchButton>
      )}
      <MatchButton onClick={answer(isUndone ? "undo" : "refuse")}>
        {isUndone ? said.undo : said.refuse[relation ?? "SIMILAR"]}
      </MatchButton>
    </p>
  );
}

function MatchButton({ onClick, children }: { readonly onClick: () => void; readonly children: string }) {
  return (
    <button type="button" className="btn btn--s" onClick={onceClicked(onClick)}>
      {children}
    </button>
  );
}

function fateWords(
  { kind, isMachines, byName, at }: NonNullable<MatchedClaim["decision"]>,
  isJoined: boolean,
  timeZone: string,
): string {
  const when = momentWords(at, timeZone);
  if (kind === "AFFIRMED") return said.affirmedBy(byName, when);
  if (kind === "REFUSED") return said.refusedBy(byName, when);
  return isMachines && isJoined ? said.joinedByMachine(byName, when) : said.joinedBy(byName, when);
}
