"use client";

import type { ComponentProps } from "react";
import { AskDialog, type AskedWords, asked, askedWords } from "#components/ui/ask-dialog";
import { send } from "#components/ui/send";
import type { FormState } from "#lib/domain/form-state";
import type { JoinedClaim } from "#lib/domain/review-views";
import * as words from "#lib/words";
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
export function ReviewDialog({ asked: kind, given, onDone, onClose }: Props) {
  const { act, done, ask, ...question } = QUESTIONS[kind](given);
  const { drafts } = given;
  const reviewId = (kind === "withdraw" ? given.publication?.reviewId : given.review?.id) ?? "";
  const subject = `ask:${reviewId}:${kind}`;
  const finish = () => {
    if (ask) drafts.forget(subject);
    onDone(done);
  };
  return (
    <AskDialog undrafted="asked-words" {...question} action={asked(act)} onDone={finish} onClose={onClose}>
      {ask && askedWords(ask, { drafts, subject })}
    </AskDialog>
  );
}

interface Question extends Pick<ComponentProps<typeof AskDialog>, "title" | "note" | "confirm" | "isDanger"> {
  readonly ask?: AskedWords;
  readonly act: (text: string) => Promise<FormState>;
  /** What is said once it is done. */
  readonly done: string;
}

const CORRECTION = { label: said.correction, hint: said.correctionHint, maxLength: 1000 };
const reviewed = ({ review }: ReviewCase) => ({ reviewId: review?.id, revision: review?.revision });

const QUESTIONS: Readonly<Record<Asked, (given: ReviewCase) => Question>> = {
  takeOver: (given) => ({
    title: said.takeOverTitle,
    confirm: said.takeOver,
    note: <p>{said.takeOverBody(given.review?.author.name ?? "")}</p>,
    act: () => send(given.actions.takeOver, reviewed(given)),
    done: said.takenOver,
  }),
  submit: (given) => ({
    title: said.submitTitle,
    confirm: said.submit,
    ...(given.review?.replacesPublished ? { ask: CORRECTION } : {}),
    note: (
      <>
        <p>{said.submitBody}</p>
        {given.otherPublishers === 0 && <p className="note">{said.aloneSubmitted}</p>}
      </>
    ),
    act: async (correction) => {
      // What was just saved is still being forgotten as a draft, and would be taken for words that nobody saved.
      await given.drafts.settled();
      return send(given.actions.submit, { ...reviewed(given), correction });
    },
    done: said.submitted,
  }),
  return: (given) => ({
    title: said.returnTitle,
    confirm: said.return,
    ask: { label: said.returnReason, maxLength: 2000 },
    note: <p>{said.returnBody}</p>,
    act: (reason) => send(given.actions.return, { ...reviewed(given), reason }),
    done: said.returned,
  }),
  publish: (given) => ({
    title: said.publishTitle,
    confirm: said.publish,
    note: <p>{said.publishBody}</p>,
    act: () => send(given.actions.publish, reviewed(given)),
    done: said.published,
  }),
  withdraw: (given) => ({
    title: said.withdrawTitle,
    confirm: said.withdraw,
    isDanger: true,
    ask: { label: said.withdrawReason, maxLength: 2000 },
    note: (
      <>
        <p>{said.withdrawBody}</p>
        <Losing claims={given.publication?.joined ?? []} />
      </>
    ),
    act: (reason) => {
      const { reviewId, revision } = given.publication ?? {};
      return send(given.actions.withdraw, { reviewId, revision, reason });
    },
    done: said.withdrawn,
  }),
};

/** Claims that lose their page with it: whoever withdraws it knows before. */
function Losing({ claims }: { claims: readonly JoinedClaim[] }) {
  const w = words.losingPages;
  if (claims.length === 0) return null;
  return (
    <div className="note">
      <p>{w.warning(claims.length)}</p>
      <ul className="bullets">
        {claims.map(({ wording, stays }) => (
          <li key={wording}>
            <span dir="auto">“{wording}”</span> {w.stays[stays]}.
          </li>
        ))}
      </ul>
    </div>
  );
}
