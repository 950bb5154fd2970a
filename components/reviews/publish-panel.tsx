"use client";

import Link from "next/link";
import { useState } from "react";
import { Guarded } from "#components/ui/guarded-button";
import { Later } from "#components/ui/later";
import { may } from "#lib/domain/actor";
import { mayPublish } from "#lib/domain/review-rules";
import * as words from "#lib/words";
import { listed } from "#lib/words/lists";
import type { ReviewCase } from "./review-case";
import type { Asked } from "./review-dialog";
import { reviewDialog } from "./review-dialog-later";

const said = words.desk.review;

/** Everything that the second editor needs in order to publish or to return it; nothing where it wasn't submitted. */
export function PublishPanel({ given, onDone }: { given: ReviewCase; onDone: (text: string) => void }) {
  const [asked, onAsk] = useState<Asked | null>(null);
  const { review, actor, otherPublishers } = given;
  if (review?.state !== "SUBMITTED") return null;
  const writers = review.writers.map((writer) => writer.id);
  const wrote = !mayPublish(actor.id, writers);
  const alone = wrote && otherPublishers === 0;
  return (
    <section className="publish" aria-label={said.publishing}>
      <h2>{said.publishing}</h2>
      <p className="xs muted">
        {said.writers(listed(review.writers.map((writer) => writer.name)))} {said.waits}
      </p>
      <dl className="facts facts--row">
        {given.counts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {review.guideline !== null && (
        <p className="xs">
          <Link href={`/desk/guideline/${review.guideline}`}>{said.judged(review.guideline)}</Link>
        </p>
      )}
      {review.correction && (
        <p className="small" dir="auto">
          <b>{said.corrected}:</b> {review.correction}
        </p>
      )}
      <p className="mt-3">
        <Link href={`/desk/reviews/${review.id}`}>{words.desk.preview.look}</Link>
      </p>
      <p className="cluster mt-3">
        {may(actor.role, "review.publish") && (
          <Guarded
            why={alone ? said.aloneSubmitted : wrote ? words.unready.ownReview : null}
            onClick={() => onAsk("publish")}
          >
            {said.publish}
          </Guarded>
        )}
        {may(actor.role, "review.return") && (
          <button type="button" className="btn btn--s" onClick={() => onAsk("return")}>
            {said.return}
          </button>
        )}
        {alone && may(actor.role, "person.invite") && <Link href="/admin/people">{said.alonePeople}</Link>}
      </p>
      {asked && <Later load={reviewDialog} given={{ asked, given, onDone, onClose: () => onAsk(null) }} />}
    </section>
  );
}
