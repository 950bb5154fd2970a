import Link from "next/link";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { TextField } from "#components/ui/field";
import { onceClicked, onceSent, send } from "#components/ui/send";
import * as words from "#lib/words";
import { dayOf, longDay } from "#lib/words/date-words";
import * as acts from "./acts";
import { claimSubject } from "./editing";
import * as links from "./link-acts";
import { MatchNote } from "./match-note";
import type { Row } from "./rows";
import type { Annotator } from "./use-annotator";
import { useClaimChoices } from "./use-claim-choices";
import type { Workplace } from "./workplace";

const said = words.desk.annotator;

interface Props {
  readonly annotator: Annotator;
  readonly row: Row;
  readonly place: Workplace;
}

/** The claim that the statement is an occurrence of, and its evidence, which stands with the claim. */
export function ClaimSection({ annotator, row, place }: Props) {
  const claim = row.statement?.claim ?? null;
  const isStatement = row.statement !== null || row.kind === "suggestion";
  if (!isStatement) return null;
  return (
    <>
      <section className="i-sec">
        <h3>
          {said.sections.claim} <kbd>m</kbd>
        </h3>
        <p className="val" dir="auto">
          {claim ? <Link href={`/desk/claims/${claim.id}`}>{claim.wording}</Link> : said.noClaim}
        </p>
        <MatchNote annotator={annotator} row={row} place={place} />
        {annotator.canWrite &&
          (claim ? (
            <p className="mt-2">
              <button
                type="button"
                className="btn btn--s"
                onClick={onceClicked(() => void links.link(annotator, null))}
              >
                {said.unlink}
              </button>
            </p>
          ) : (
            <JoinClaim annotator={annotator} row={row} place={place} />
          ))}
      </section>
      <section className="i-sec">
        <h3>
          {said.sections.evidence} <kbd>e</kbd>
        </h3>
        {claim ? (
          <p className="regular val">
            <Link href={`/desk/claims/${claim.id}#evidence`}>{said.openEvidence}</Link>
          </p>
        ) : (
          <p className="regular val">{said.evidenceNeedsClaim}</p>
        )}
      </section>
    </>
  );
}

/** Find a claim by its words, or make a new one; both join the statement to it. */
function JoinClaim({ annotator, row, place }: Props) {
  const [search, setSearch] = useState("");
  const choices = useClaimChoices(search);
  const found = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What was found comes into view with the words it was found by, above the bar of buttons.
    if (choices !== null) found.current?.scrollIntoView({ block: "nearest" });
  }, [choices]);
  return (
    <div className="f-part">
      <div className="f-part claim-found" ref={found}>
        <TextField
          id="claim-search"
          type="search"
          label={said.findClaim}
          maxLength={200}
          autoComplete="off"
          value={search}
          onText={setSearch}
        />
        <p className="xs muted" role="status">
          {choices &&
            search.trim() !== "" &&
            (choices.length === 0 ? said.noChoices : said.choices(choices.length))}
        </p>
        {choices && choices.length > 0 && (
          <ul className="stack-2">
            {choices.map((choice) => (
              <li key={choice.id} className="choice-line">
                <span>
                  <span dir="auto">{choice.wording}</span>
                  {choice.verdict && (
                    <span className="xs muted">
                      {" "}
                      {words.matches.checked(
                        choice.verdict.name,
                        longDay(dayOf(choice.verdict.at, place.timeZone)),
                      )}
                    </span>
                  )}
                </span>
                <button
                  type="button"
                  className="btn btn--s"
                  onClick={onceClicked(() => void links.link(annotator, choice.id))}
                >
                  {said.joinIt}
                  <span className="sr">: {choice.wording}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <NewClaim key={annotator.drafts.turn} annotator={annotator} row={row} place={place} />
    </div>
  );
}

/** The wording is a draft while it is typed, as everything is. */
function NewClaim({ annotator, row, place }: Props) {
  const subject = claimSubject(annotator.reviewId, row.key);
  const kept = annotator.drafts.bodyOf(subject)?.wording;
  const [wording, setWording] = useState(kept ?? "");
  const [error, setError] = useState<string | null>(null);

  async function create(event: FormEvent) {
    event.preventDefault();
    const statement = row.statement ?? (await links.acceptForLink(annotator, row));
    if (!statement) return;
    const outcome = await send(place.actions.createClaim, {
      wording,
      statementId: await annotator.identify(statement.id),
      statementRevision: statement.revision,
    });
    if (!outcome.ok) return setError(outcome.message);
    annotator.drafts.forget(subject);
    acts.say(annotator, words.desk.said.linked);
  }

  return (
    <details open={kept !== undefined}>
      <summary>{said.newClaim}</summary>
      <form className="stack-2" onSubmit={(event) => void create(event)}>
        <TextField
          id="new-claim"
          label={said.newClaimLabel}
          hint={said.newClaimHint}
          rows={3}
          required
          maxLength={500}
          value={wording}
          error={error}
          isSpoken
          onText={(text) => {
            setWording(text);
            if (text.trim() === "") annotator.drafts.forget(subject);
            else annotator.drafts.keep(subject, { wording: text });
          }}
        />
        <button type="submit" className="btn btn--s" onClick={onceSent}>
          {said.createClaim}
        </button>
      </form>
    </details>
  );
}
