"use client";

import { useState } from "react";
import { ActButton } from "#components/ui/act-button";
import { AskDialog, asked, askedWords } from "#components/ui/ask-dialog";
import type { Drafts } from "#components/ui/drafts";
import { send } from "#components/ui/send";
import type { Act } from "#lib/domain/form-state";
import * as words from "#lib/words";

const said = words.desk.dismissal;

/** Each null where this person may not. */
export interface DismissalActs {
  readonly dismiss: Act | null;
  readonly takeBack: Act | null;
}

interface Props {
  readonly articleId: string;
  /** Why it was dismissed; null for a page that stands. */
  readonly dismissedFor: string | null;
  /** False where readers see it, or somebody reviews it. */
  readonly isFree: boolean;
  readonly acts: DismissalActs;
  readonly drafts: Drafts;
}

/** A page that isn't worth keeping: the button that puts it aside, or why it was put aside and the way back. */
export function Dismissal({ articleId, dismissedFor, isFree, acts: { dismiss, takeBack }, drafts }: Props) {
  const [isAsking, setAsking] = useState(false);
  const subject = `ask:${articleId}:dismiss`;
  if (dismissedFor !== null) {
    return (
      <div className="note xs cluster">
        <p dir="auto">{said.dismissed(dismissedFor)}</p>
        {takeBack && <ActButton action={asked(() => send(takeBack, { articleId }))} label={said.takeBack} />}
      </div>
    );
  }
  if (dismiss === null || !isFree) return null;
  return (
    <p className="xs">
      <button type="button" className="btn btn--s" onClick={() => setAsking(true)}>
        {said.dismiss}
      </button>
      {isAsking && (
        <AskDialog
          undrafted="asked-words"
          title={said.title}
          note={<p>{said.body}</p>}
          confirm={said.dismiss}
          isDanger
          action={asked((reason) => send(dismiss, { articleId, reason }))}
          onDone={() => drafts.forget(subject)}
          onClose={() => setAsking(false)}
        >
          {askedWords({ label: said.reason, hint: said.reasonHint, maxLength: 500 }, { drafts, subject })}
        </AskDialog>
      )}
    </p>
  );
}
