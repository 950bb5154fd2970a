"use client";

import type { Outcome } from "#lib/domain/form-state";
import { words } from "#lib/words";
import { waitForOutcome } from "#lib/words/wait-for-outcome";
import { ActDialog } from "./act-dialog";
import type { ReviewCase } from "./review-case";

const said = words.desk.review;

export type Asked = "takeOver" | "submit" | "return" | "publish" | "withdraw";

interface Props {
  readonly asked: Asked;
  readonly given: ReviewCase;
  readonly onDone: (text: string) => void;
  readonly onClose: () => void;
}

/** The question before each step of a review, with the words that it needs. */
export function ReviewDialog({ asked, given, onDone, onClose }: Props) {
  const { actions, review, publication } = given;
  const tell = async (acting: Promise<Outcome>, done: string) => {
    const outcome = await acting;
    if (outcome.ok) onDone(done);
    return outcome;
  };
  const at = { reviewId: review?.id, revision: review?.revision };
  switch (asked) {
    case "takeOver":
      return (
        <ActDialog
          title={said.takeOverTitle}
          confirm={said.takeOver}
          onConfirm={() => tell(waitForOutcome(actions.takeOver(at)), said.takenOver)}
          onClose={onClose}
        >
          <p>{said.takeOverBody(review?.author.name ?? "")}</p>
        </ActDialog>
      );
    case "submit":
      return (
        <ActDialog
          title={said.submitTitle}
          confirm={said.submit}
          {...(review?.replacesPublished ? { ask: CORRECTION } : {})}
          onConfirm={(text) =>
            tell(waitForOutcome(actions.submit({ ...at, correction: text })), said.submitted)
          }
          onClose={onClose}
        >
          <p>{said.submitBody}</p>
          {given.otherPublishers === 0 && <p className="note">{said.aloneSubmitted}</p>}
        </ActDialog>
      );
    case "return":
      return (
        <ActDialog
          title={said.returnTitle}
          confirm={said.return}
          ask={{ label: said.returnReason, maxLength: 2000 }}
          onConfirm={(text) => tell(waitForOutcome(actions.return({ ...at, reason: text })), said.returned)}
          onClose={onClose}
        >
          <p>{said.returnBody}</p>
        </ActDialog>
      );
    case "publish":
      return (
        <ActDialog
          title={said.publishTitle}
          confirm={said.publish}
          onConfirm={() => tell(waitForOutcome(actions.publish(at)), said.published)}
          onClose={onClose}
        >
          <p>{said.publishBody}</p>
        </ActDialog>
      );
    case "withdraw":
      return (
        <ActDialog
          title={said.withdrawTitle}
          confirm={said.withdraw}
          danger
          ask={{ label: said.withdrawReason, maxLength: 2000 }}
          onConfirm={(text) => {
            const { reviewId, revision } = publication ?? {};
            return tell(
              waitForOutcome(actions.withdraw({ reviewId, revision, reason: text })),
              said.withdrawn,
            );
          }}
          onClose={onClose}
        >
          <p>{said.withdrawBody}</p>
        </ActDialog>
      );
  }
}

const CORRECTION = { label: said.correction, hint: said.correctionHint, maxLength: 1000 };
