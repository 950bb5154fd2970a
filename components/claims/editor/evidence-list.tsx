"use client";

import { useRef, useState } from "react";
import { EvidenceWatch } from "#components/claims/evidence-watch";
import { AskDialog, asked } from "#components/ui/ask-dialog";
import { ChoiceField } from "#components/ui/choice-field";
import { DraftDetails } from "#components/ui/draft-details";
import { DraftForm } from "#components/ui/draft-form";
import { TextField } from "#components/ui/field";
import { send } from "#components/ui/send";
import { useLookAgain } from "#components/ui/use-look-again";
import { may } from "#lib/domain/actor";
import type { EvidenceView } from "#lib/domain/claim-desk";
import { SOURCE_KINDS, STANCES } from "#lib/domain/claims";
import * as words from "#lib/words";
import { shortDay } from "#lib/words/date-words";
import { dayWords } from "#lib/words/moments";
import type { ClaimPart } from "./claim-part";
import { EvidenceCopy, isBeingKept } from "./evidence-copy";
import { complaintOf, EvidenceFile, FileField, sentFile } from "./evidence-file";

const said = words.claimEditor;

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
        STANCES.map((stance) => (
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
      {isOpen && may(place.actor.role, "factCheck.look") && (
        <p className="small">
          <a href={`/desk/claims/${place.desk.claim.id}/fact-checks`}>{words.factChecks.link}</a>
        </p>
      )}
      {isOpen && <AddEvidence place={place} drafts={drafts} onDone={onDone} />}
      {leaving && (
        <RemoveEvidence place={place} piece={leaving} onDone={onDone} onClose={() => setLeaving(null)} />
      )}
    </section>
  );
}

function AddEvidence({ place, drafts, onDone }: Omit<ClaimPart, "isOpen">) {
  const { claim } = place.desk;
  const [chosen, setChosen] = useState(() => none());
  const details = useRef<HTMLDetailsElement>(null);
  const closeAfter: typeof onDone = (...told) => {
    if (details.current) details.current.open = false;
    onDone(...told);
  };
  return (
    <DraftDetails details={details} hasDraft={drafts.bodyOf(`claim:${claim.id}:evidence`) !== null}>
      <summary>{said.addEvidence}</summary>
      <DraftForm
        subject={`claim:${claim.id}:evidence`}
        drafts={drafts}
        saved={EMPTY}
        send={async (values, save) => {
          const { file } = chosen;
          const complaint = file && (await complaintOf(file));
          if (complaint) return complaint;
          const { addEvidence } = place.actions;
          const words = { ...values, claimId: claim.id };
          // A file doesn't wait in the browser.
          const outcome = file
            ? await send(addEvidence, { ...words, ...sentFile(file) })
            : await save("evidence.add", addEvidence, words);
          if (outcome.ok) setChosen(none);
          return outcome;
        }}
        submit={said.addIt}
        done={said.evidenceAdded}
        startsAnew
        onDone={closeAfter}
      >
        {(form) => (
          <>
            <ChoiceField
              {...form.field("stance")}
              isRow
              label={said.stance}
              options={STANCES}
              names={said.stances}
            />
            <TextField {...form.field("title")} label={said.title} hint={said.titleHint} maxLength={300} />
            <TextField {...form.field("url")} type="url" label={said.url} maxLength={2000} />
            <FileField
              key={chosen.turn}
              error={form.field("file").error ?? null}
              file={chosen.file}
              onFile={(file) => setChosen({ ...chosen, file })}
            />
            <TextField
              {...form.field("cameFrom")}
              label={said.cameFrom}
              hint={said.cameFromHint}
              maxLength={300}
            />
            <TextField
              {...form.field("archivedUrl")}
              type="url"
              label={said.archivedUrl}
              hint={said.archivedUrlHint}
              maxLength={2000}
            />
            <ChoiceField
              {...form.field("sourceKind")}
              isRow
              label={said.sourceKind}
              options={["", ...SOURCE_KINDS]}
              names={said.sourceKinds}
            />
            <ul className="hint small">
              {said.sourceKindMeanings.map((meaning) => (
                <li key={meaning}>{meaning}</li>
              ))}
            </ul>
            <TextField {...form.field("publisher")} label={said.publisher} maxLength={200} />
            <TextField {...form.field("publishedAt")} type="date" label={said.publishedAt} />
            <TextField {...form.field("quote")} label={said.quote} rows={3} maxLength={2000} />
            <TextField {...form.field("note")} label={said.note} rows={2} maxLength={2000} />
          </>
        )}
      </DraftForm>
    </DraftDetails>
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

/** No file is chosen; a new turn empties the browser's own field. */
const none = ({ turn }: { readonly turn: number } = { turn: 0 }): { file: File | null; turn: number } => ({
  file: null,
  turn: turn + 1,
});

const EMPTY = {
  stance: "SUPPORTS",
  title: "",
  url: "",
  cameFrom: "",
  archivedUrl: "",
  sourceKind: "",
  publisher: "",
  publishedAt: "",
  quote: "",
  note: "",
};

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
        <li key={piece.id} id={`evidence-${piece.id}`} className="piece">
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
            {[
              piece.publisher,
              piece.publishedAt && shortDay(piece.publishedAt),
              piece.sourceKind && said.sourceKinds[piece.sourceKind],
            ]
              .filter(Boolean)
              .join(", ")}{" "}
            {piece.archivedUrl && (
              <a href={piece.archivedUrl} rel="noreferrer noopener nofollow ugc">
                {said.archived}
                <span className="sr">: {piece.title}</span>
              </a>
            )}
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
          {piece.file && <EvidenceFile file={piece.file} />}
          <EvidenceCopy place={props.place} piece={piece} onDone={props.onDone} />
          {piece.watch && <EvidenceWatch watch={piece.watch} timeZone={props.place.timeZone} />}
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
