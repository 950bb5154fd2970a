"use client";

import { useState } from "react";
import { send } from "#components/ui/send";
import { may } from "#lib/domain/actor";
import type { EvidenceCopyView, EvidenceView } from "#lib/domain/claim-desk";
import * as words from "#lib/words";
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
          {(piece.file ? said.lookedThrough : said.kept)(dayWords(new Date(copy.kept.at), place.timeZone))}{" "}
          {piece.quote === null ? said.noQuote : said.look(copy.kept)}
        </p>
      )}
      {copy.asked !== null && (
        <p className="m-0" dir="auto">
          {(piece.file ? lookingWords : askedWords)(copy.asked, copy.kept !== null)}
        </p>
      )}
      {canAsk && (
        <button type="button" className="btn btn--s mt-2" onClick={() => void ask()}>
          {piece.file
            ? said.lookAgain
            : copy.kept === null && copy.asked === null
              ? said.keep
              : said.tryAgain}
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
function isWhole({ kept, asked }: EvidenceCopyView, { quote, watch }: EvidenceView): boolean {
  if (asked !== null || kept === null || (watch?.trouble ?? null) !== null) return false;
  return quote === null || kept.quote === "FOUND";
}

/** Of a file, which is here: only whether it was looked through. */
function lookingWords({ message }: NonNullable<EvidenceCopyView["asked"]>): string {
  return message === null ? said.lookingThrough : said.lookFailed(message);
}

function askedWords({ isWaiting, message }: NonNullable<EvidenceCopyView["asked"]>, isKept: boolean): string {
  if (message === null) return said.waiting;
  if (isWaiting) return said.tryingAgain(message);
  return isKept ? said.failedAgain(message) : said.failed(message);
}
