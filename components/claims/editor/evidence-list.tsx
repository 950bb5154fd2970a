"use client";

import { useState } from "react";
import { AskDialog, asked } from "#components/ui/ask-dialog";
import { ChoiceField } from "#components/ui/choice-field";
import { DraftForm } from "#components/ui/draft-form";
import { TextField } from "#components/ui/field";
import { send } from "#components/ui/send";
import { useLookAgain } from "#components/ui/use-look-again";
import type { EvidenceView } from "#lib/domain/claim-desk";
import { Stance } from "#lib/domain/claims";
import { words } from "#lib/words";
import { shortDay } from "#lib/words/date-words";
import { dayWords } from "#lib/words/moments";
import type { ClaimPart } from "./claim-part";
import { EvidenceCopy, isBeingKept } from "./evidence-copy";

const said = words.desk.claim;

/** Material for, against and around the claim; also where there is none, that is said. */
export function EvidenceList({ place, drafts, onDone, isOpen }: ClaimPart) {
  const { evidence } = place.desk;
  const [leaving, setLeaving] = useState<EvidenceView | null>(null);
  useLookAgain(evidence.some(isBeingKept));
  return (
    <section className="sect" id="evidence" aria-labelledby="c-evidence">
      <h2 id="c-evidence">{said.evidence}</h2>
      {evidence.length === 0 && <p className="muted">{said.noEvidence}</p>}
      {evidence.length > 0 &&
        Stance.options.map((stance) => (
          <div key={stance} className="mt-4">
            <h3>{said.stances[stance]}</h3>
            <Pieces
              place={place}
              pieces={evidence.filter((piece) => piece.stance === stance)}
              onRemove={isOpen ? setLeaving : null}
              onDone={onDone}
            />
          </div>
        ))}
      {isOpen && <AddEvidence place={place} drafts={drafts} onDone={onDone} />}
      {leaving && (
        <RemoveEvidence place={place} piece={leaving} onDone={onDone} onClose={() => setLeaving(null)} />
      )}
    </section>
  );
}

function AddEvidence({ place, drafts, onDone }: Omit<ClaimPart, "isOpen">) {
  const { claim } = place.desk;
  return (
    <details open={drafts.bodyOf(`claim:${claim.id}:evidence`) !== null}>
      <summary>{said.addEvidence}</summary>
      <DraftForm
        subject={`claim:${claim.id}:evidence`}
        drafts={drafts}
        saved={EMPTY}
        send={(values) => send(place.actions.addEvidence, { ...values, claimId: claim.id })}
        submit={said.addIt}
        done={said.evidenceAdded}
        startsAnew
        onDone={onDone}
      >
        {(form) => (
          <>
            <ChoiceField
              {...form.field("stance")}
              isRow
              label={said.stance}
              options={Stance.options}
              names={said.stances}
            />
            <TextField {...form.field("title")} label={said.title} hint={said.titleHint} maxLength={300} />
            <TextField {...form.field("url")} type="url" label={said.url} maxLength={2000} />
            <TextField {...form.field("publisher")} label={said.publisher} maxLength={200} />
            <TextField {...form.field("publishedAt")} type="date" label={said.publishedAt} maxLength={10} />
            <TextField {...form.field("quote")} label={said.quote} rows={3} maxLength={2000} />
            <TextField {...form.field("note")} label={said.note} rows={2} maxLength={2000} />
          </>
        )}
      </DraftForm>
    </details>
  );
}

function RemoveEvidence(props: {
  place: ClaimPart["place"];
  piece: EvidenceView;
  onDone: ClaimPart["onDone"];
  onClose: () => void;
}) {
  const { place, piece, onDone, onClose } = props;
  return (
    <AskDialog
      undrafted="nothing-typed"
      title={said.removeEvidenceTitle}
      confirm={said.removeEvidence}
      isDanger
      note={<p>{said.removeEvidenceBody(piece.title)}</p>}
      action={asked(() => send(place.actions.removeEvidence, { evidenceId: piece.id }))}
      onDone={() => onDone(said.evidenceRemoved)}
      onClose={onClose}
    />
  );
}

const EMPTY = { stance: "SUPPORTS", title: "", url: "", publisher: "", publishedAt: "", quote: "", note: "" };

function Pieces(props: {
  place: ClaimPart["place"];
  pieces: readonly EvidenceView[];
  onRemove: ((piece: EvidenceView) => void) | null;
  onDone: ClaimPart["onDone"];
}) {
  const { pieces, onRemove } = props;
  if (pieces.length === 0) return <p className="muted small">{said.none}</p>;
  return (
    <ul className="stack-3 mt-2">
      {pieces.map((piece) => (
        <li key={piece.id} className="piece">
          <p dir="auto">
            {piece.url ? (
              <a href={piece.url} rel="noreferrer noopener nofollow ugc">
                {piece.title}
              </a>
            ) : (
              <b>{piece.title}</b>
            )}
          </p>
          <p className="small muted">
            {[piece.publisher, piece.publishedAt && shortDay(piece.publishedAt)].filter(Boolean).join(", ")}
          </p>
          {piece.quote && (
            <blockquote className="quote-s" dir="auto">
              {piece.quote}
            </blockquote>
          )}
          {piece.note && (
            <p className="small" dir="auto">
              {piece.note}
            </p>
          )}
          <EvidenceCopy place={props.place} piece={piece} onDone={props.onDone} />
          <p className="xs muted cluster">
            {said.addedBy(piece.addedByName, dayWords(new Date(piece.addedAt), props.place.timeZone))}
            {onRemove && (
              <button type="button" className="btn btn--s btn--danger" onClick={() => onRemove(piece)}>
                {said.removeEvidence}
                <span className="sr">: {piece.title}</span>
              </button>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
