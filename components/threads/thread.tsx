"use client";

import Link from "next/link";
import { useState } from "react";
import { ActButton } from "#components/ui/act-button";
import { Form, SubmitButton } from "#components/ui/form";
import type { FormAction } from "#lib/domain/form-state";
import type { CommentView, ThreadView } from "#lib/domain/threads";
import * as words from "#lib/words";
import { momentWords } from "#lib/words/moments";
import { CommentField } from "./comment-field";

const said = words.threads;

export interface ThreadActs {
  readonly open: FormAction;
  readonly reply: FormAction;
  readonly resolve: FormAction;
  readonly reopen: FormAction;
  readonly takeBack: FormAction;
}

/** What threads need wherever they stand. */
export interface ThreadPlace {
  readonly acts: ThreadActs;
  /** Everybody who can be named. */
  readonly people: readonly { readonly name: string }[];
  /** IANA name of the zone that days are said in. */
  readonly timeZone: string;
  /** The thread that the page was opened for; null for none. */
  readonly openId: string | null;
}

interface Props {
  readonly thread: ThreadView;
  readonly place: ThreadPlace;
  /** Does the page around it say where older comments are? */
  readonly isWhole: boolean;
}

/** One thread: what was said, the answer, and whether it is settled. A resolved one is folded until somebody looks. */
export function Thread({ thread, place, isWhole }: Props) {
  const { resolved } = thread;
  const isAsked = place.openId === thread.id;
  if (resolved === null) return <Whole thread={thread} place={place} isWhole={isWhole} />;
  return (
    <details open={isAsked || undefined}>
      <summary className="xs">
        {said.resolved(resolved.by, momentWords(resolved.at, place.timeZone))} {said.began(thread.count)}
      </summary>
      <Whole thread={thread} place={place} isWhole={isWhole} />
    </details>
  );
}

function Whole({ thread, place, isWhole }: Props) {
  const { id, revision, resolved, comments } = thread;
  const older = thread.count - comments.length;
  const of = said.of(comments[0]?.author ?? "");
  const move = { threadId: id, revision: String(revision) };
  return (
    <div className="stack-2">
      {older > 0 && !isWhole && (
        <p className="xs">
          <Link href={`/desk/threads/${id}`} prefetch={false}>
            {said.older(older)}
          </Link>
        </p>
      )}
      <ol className="comments">
        {comments.map((comment) => (
          <li key={comment.id}>
            <Comment comment={comment} place={place} />
          </li>
        ))}
      </ol>
      <Reply thread={thread} place={place} />
      {resolved === null ? (
        <ActButton action={place.acts.resolve} hidden={move} label={said.resolve} of={of} />
      ) : (
        <ActButton action={place.acts.reopen} hidden={move} label={said.reopen} of={of} />
      )}
    </div>
  );
}

function Comment({ comment, place }: { readonly comment: CommentView; readonly place: ThreadPlace }) {
  const { author, at, parts, isTakenBack, mayTakeBack, id } = comment;
  return (
    <>
      <p className="xs muted">
        <bdi className="ink">{author}</bdi> <time dateTime={at}>{momentWords(at, place.timeZone)}</time>
      </p>
      {isTakenBack ? (
        <p className="small muted">{said.takenBack}</p>
      ) : (
        <p className="comment" dir="auto">
          {parts.map((part, i) =>
            "text" in part ? (
              part.text
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a comment never move
              <bdi key={i} className={part.isYou ? "mention mention--you" : "mention"}>
                @{part.name}
                {!part.isOpen && ` (${said.closed})`}
              </bdi>
            ),
          )}
        </p>
      )}
      {mayTakeBack && (
        <ActButton action={place.acts.takeBack} hidden={{ commentId: id }} label={said.takeBack} />
      )}
    </>
  );
}

function Reply({ thread, place }: { readonly thread: ThreadView; readonly place: ThreadPlace }) {
  const { id, resolved } = thread;
  const [sent, setSent] = useState({ told: "", turn: 0 });
  return (
    <Form
      draft={`thread:${id}`}
      action={place.acts.reply}
      hidden={{ threadId: id, ...(resolved === null ? {} : { reopens: "yes" }) }}
      className="stack-2"
      onDone={({ message }) => setSent({ told: message ?? "", turn: sent.turn + 1 })}
      refusalAt="above-buttons"
      buttons={
        <p>
          <SubmitButton
            className="btn btn--s"
            working={words.signedIn.working}
            label={resolved === null ? said.send : said.sendReopening}
            of={said.of(thread.comments[0]?.author ?? "")}
          />
        </p>
      }
    >
      {({ field }) => (
        <>
          {/* What was sent empties the field. */}
          <CommentField key={sent.turn} field={field("body")} label={said.reply} people={place.people} />
          <p className="xs" role="status">
            {sent.told}
          </p>
        </>
      )}
    </Form>
  );
}
