"use client";

import { useState } from "react";
import { send } from "#components/ui/send";
import { may } from "#lib/domain/actor";
import type { EvidenceCopyView, EvidenceView } from "#lib/domain/claim-desk";
import { words } from "#lib/words";
import { dayWords } from "#lib/words/moments";
import type { ClaimPart } from "./claim-part";

const said = words.evidenceSnapshots;

/** Is a page being fetched that nothing went wrong with yet? */
export const isBeingKept = ({ copy }: EvidenceView) =>
  copy?.asked?.isWaiting === true && copy.asked.message === null;

/** Whether a copy of the page behind a piece of evidence is kept, and a button that asks for one. */
export function EvidenceCopy(props: {
  place: ClaimPart["place"];
  piece: EvidenceView;
  onDone: ClaimPart["onDone"];
}) {
  const { place, piece, onDone } = props;
  const [problem, setProblem] = useState<string | null>(null);
  const { copy } = piece;
  if (copy === null) return null;
  const ask = async () => {
    const outcome = await send(place.actions.keepCopy, { evidenceId: piece.id });
    setProblem(outcome.ok ? null : outcome.message);
    if (outcome.ok) onDone(said.asked);
  };
  const canAsk =
    may(place.actor.role, "evidenceCopy.request") && !isBeingKept(piece) && !isWhole(copy, piece);
  return (
    <div className="small">
      {copy.kept === null && copy.asked === null && <p className="m-0">{said.notAsked}</p>}
      {copy.kept !== null && (
        <p className="m-0">
          {said.kept(dayWords(new Date(copy.kept.at), place.timeZone))}{" "}
          {piece.quote === null ? said.noQuote : said.quotes[copy.kept.quote]}
        </p>
      )}
      {copy.asked !== null && (
        <p className="m-0" dir="auto">
          {askedWords(copy.asked, copy.kept !== null)}
        </p>
      )}
      {canAsk && (
        <button type="button" className="btn btn--s mt-2" onClick={() => void ask()}>
          {copy.kept === null && copy.asked === null ? said.keep : said.tryAgain}
          <span className="sr">: {piece.title}</span>
        </button>
      )}
      {problem !== null && (
        <p className="m-0" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** Is there nothing that another look could bring? */
function isWhole({ kept, asked }: EvidenceCopyView, { quote }: EvidenceView): boolean {
  return asked === null && kept !== null && (quote === null || kept.quote === "FOUND");
}

function askedWords({ isWaiting, message }: NonNullable<EvidenceCopyView["asked"]>, isKept: boolean): string {
  if (message === null) return said.waiting;
  if (isWaiting) return said.tryingAgain(message);
  return isKept ? said.failedAgain(message) : said.failed(message);
}
