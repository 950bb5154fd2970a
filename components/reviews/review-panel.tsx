"use client";

import Link from "next/link";
import { useState } from "react";
import { Guarded } from "#components/ui/guarded-button";
import { Later } from "#components/ui/later";
import { onceClicked, send } from "#components/ui/send";
import { useOnceDrawn } from "#components/ui/use-once-drawn";
import { may } from "#lib/domain/actor";
import type { ReviewView } from "#lib/domain/review-views";
import * as words from "#lib/words";
import { dayWords } from "#lib/words/moments";
import { OpenForms } from "./open-forms";
import type { OpenFormCase, ReviewActions, ReviewCase } from "./review-case";
import type { Asked } from "./review-dialog";
import { reviewDialog } from "./review-dialog-later";

const said = words.desk.review;

export type { OpenFormCase, ReviewActions, ReviewCase };

/** Where a review stands and what this person can do with it. Nothing is hidden without a reason in words. */
export function ReviewPanel({ given, onDone }: { given: ReviewCase; onDone: (text: string) => void }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const { review, publication } = given;
  const tell = useOnceDrawn([review, publication], onDone);
  const isOpen = review !== null && ["DRAFT", "RETURNED", "SUBMITTED"].includes(review.state);
  return (
    <section className="review" aria-label={said.panel}>
      {given.publication && <Published given={given} onAsk={setAsked} />}
      {!isOpen && <Start given={given} onDone={tell} onRefused={onDone} />}
      {review && ["DRAFT", "RETURNED"].includes(review.state) && (
        <Working given={given} review={review} onAsk={setAsked} />
      )}
      {asked && (
        <Later load={reviewDialog} given={{ asked, given, onDone: tell, onClose: () => setAsked(null) }} />
      )}
    </section>
  );
}

interface PartProps {
  readonly given: ReviewCase;
  readonly onAsk: (asked: Asked) => void;
}

function Published({ given, onAsk }: PartProps) {
  const { publication, publishedHref, actor } = given;
  if (!publication || !publishedHref) return null;
  return (
    <p className="cluster">
      <span>{said.publishedOn(dayWords(new Date(publication.publishedAt), given.timeZone))}</span>
      <Link href={publishedHref}>{said.publishedHere}</Link>
      {may(actor.role, "review.withdraw") && (
        <button type="button" className="btn btn--s btn--danger" onClick={() => onAsk("withdraw")}>
          {said.withdraw}
        </button>
      )}
    </p>
  );
}

interface StartProps {
  readonly given: ReviewCase;
  readonly onDone: (text: string) => void;
  readonly onRefused: (text: string) => void;
}

/** Opening asks nothing first: it can be left as it is, and another editor can take it over. */
function Start({ given, onDone, onRefused }: StartProps) {
  const { open } = given.actions;
  if (!open) return null;
  const start = async () => {
    const outcome = await send(open, given.subject);
    if (outcome.ok) onDone(said.opened);
    else onRefused(outcome.message);
  };
  const again = given.publication !== null;
  return (
    <p className="cluster">
      <button
        type="button"
        className={again ? "btn btn--s" : "btn btn--s btn--main"}
        onClick={onceClicked(() => void start())}
      >
        {again ? said.startAgain : said.start}
      </button>
      <span className="xs muted">{again ? said.startAgainWhy : said.startWhy}</span>
    </p>
  );
}

function Working({ given, review, onAsk }: PartProps & { review: ReviewView }) {
  const { actor, unready, openForms } = given;
  const mine = review.writers.some((writer) => writer.id === actor.id) || review.author.id === actor.id;
  return (
    <>
      {review.state === "RETURNED" && review.returnedReason && (
        <div className="note">
          <p>{said.returnedBecause}</p>
          <p dir="auto">“{review.returnedReason}”</p>
        </div>
      )}
      {mine ? (
        <>
          <p className="cluster">
            <Guarded
              why={unready ?? (openForms.length > 0 ? words.unready.draftsOpen(openForms.length) : null)}
              onClick={() => onAsk("submit")}
            >
              {said.submit}
            </Guarded>
          </p>
          <p className="small">
            <Link href={`/desk/reviews/${review.id}`}>{words.desk.preview.look}</Link>
          </p>
          <OpenForms forms={openForms} />
        </>
      ) : (
        <p className="cluster">
          <span>{said.others(review.author.name)}</span>
          {may(actor.role, "review.takeOver") && (
            <button type="button" className="btn btn--s" onClick={() => onAsk("takeOver")}>
              {said.takeOver}
            </button>
          )}
        </p>
      )}
    </>
  );
}
