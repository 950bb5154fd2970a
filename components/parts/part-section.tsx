"use client";

import { useState } from "react";
import { AskDialog } from "#components/ui/ask-dialog";
import { TextField } from "#components/ui/field";
import { Later } from "#components/ui/later";
import { send } from "#components/ui/send";
import type { Act, FormAction } from "#lib/domain/form-state";
import { holdsStatements, type PagePart, partAt } from "#lib/domain/page-parts";
import { type PartCorrection, standingOf } from "#lib/domain/part-changes";
import { freshText } from "#lib/domain/part-readings";
import { contains, type Span } from "#lib/text/span";
import * as words from "#lib/words";
import { longDay } from "#lib/words/date-words";
import { momentWords } from "#lib/words/moments";
import { correctionWords } from "#lib/words/part-words";
import type { PartDesk } from "./part-asks";

const said = words.desk.correctParts;

/** Each null where this person may not. */
export interface PartActs {
  readonly correct: Act | null;
  readonly takeBack: Act | null;
  readonly lookAgain: Act | null;
}

interface Props {
  readonly desk: PartDesk;
  /** The words that the editor looks at. */
  readonly at: Span;
  readonly acts: PartActs;
  readonly timeZone: string;
}

/** Where the button of this section is found by a key. */
export const PART_BUTTON = "put-part-right";

const correctPart = () => import("./correct-part").then(({ CorrectPart }) => CorrectPart);

/** Which part of the page the words stand in, and the ways to put it right and to take that back. */
export function PartSection({ desk, at, acts, timeZone }: Props) {
  const [asked, ask] = useState<"CORRECT" | "TAKE_BACK" | null>(null);
  const [told, tell] = useState("");
  const part = partAt(desk, at);
  if (part === null) return null;
  const post = desk.posts[part.post];
  const last = standingOf(desk.partCorrections).at(-1);
  const done = (words: string) => () => tell(words);
  return (
    <section className="i-sec">
      <h3>
        {said.heading} <kbd>p</kbd>
      </h3>
      <p className="val">{words.desk.annotator.segments[part.type]}</p>
      <div className="stack-2">
        {post?.isTeaser && post.date && <p className="why">{longDay(post.date)}</p>}
        {part.reason === null && <p className="why">{said.personSays}</p>}
        {isUnmarked(desk, part) && <p className="note">{lookedWords(desk, part)}</p>}
        {acts.correct && (
          <p>
            <button type="button" className="btn btn--s" id={PART_BUTTON} onClick={() => ask("CORRECT")}>
              {said.open}
            </button>
          </p>
        )}
        <Corrections
          desk={desk}
          timeZone={timeZone}
          onTakeBack={acts.takeBack && last ? () => ask("TAKE_BACK") : null}
        />
        <p role="status">{told}</p>
      </div>
      {asked === "CORRECT" && acts.correct && (
        <Later
          load={correctPart}
          given={{
            desk,
            part,
            at: at.start,
            correct: acts.correct,
            onDone: done(said.saved),
            onClose: () => ask(null),
          }}
        />
      )}
      {asked === "TAKE_BACK" && acts.takeBack && last && (
        <TakeBack
          desk={desk}
          last={last}
          takeBack={acts.takeBack}
          onDone={done(said.takenBack)}
          onClose={() => ask(null)}
        />
      )}
    </section>
  );
}

/** A part that a person made the article's text, in which nothing is suggested or marked. */
function isUnmarked({ suggestions, statements }: PartDesk, part: PagePart): boolean {
  const isMarked = [...suggestions, ...statements].some((one) => contains(part, one));
  return part.reason === null && holdsStatements(part.type) && !isMarked;
}

/** Whether the machine looked for statements there. */
function lookedWords({ looked, partReading, version }: PartDesk, part: PagePart): string {
  if (freshText({ segments: [part] }, looked, version.text).length === 0)
    return words.partReadings.partHasNone;
  return partReading?.state === "WAITING" ? words.partReadings.partWaits : said.notRead;
}

function Corrections(props: { desk: PartDesk; timeZone: string; onTakeBack: (() => void) | null }) {
  const { partCorrections, version } = props.desk;
  if (partCorrections.length === 0) return null;
  return (
    <details className="xs">
      <summary>{said.list(partCorrections.length)}</summary>
      <ol className="stack-2 mt-2">
        {partCorrections.map((one) => (
          <li key={one.number} dir="auto">
            {correctionWords(one, version.text)}{" "}
            <span className="muted">
              {said.putRight(one.by, momentWords(one.at, props.timeZone), one.reason)}
            </span>
          </li>
        ))}
      </ol>
      {props.onTakeBack && (
        <button type="button" className="btn btn--s mt-2" onClick={props.onTakeBack}>
          {said.takeBack}
        </button>
      )}
    </details>
  );
}

function TakeBack(props: {
  desk: PartDesk;
  last: PartCorrection;
  takeBack: Act;
  onDone: () => void;
  onClose: () => void;
}) {
  const { desk, last, takeBack } = props;
  const action: FormAction = async (_, form) => {
    const reason = String(form.get("reason") ?? "");
    const seen = desk.partCorrections.length;
    const outcome = await send(takeBack, { versionId: desk.version.id, seen, reason });
    return outcome.ok ? outcome : { ...outcome, kept: { reason } };
  };
  return (
    <AskDialog
      draft={`take-back-part:${desk.version.id}`}
      title={said.takeBackTitle}
      note={<p dir="auto">{said.takeBackBody(correctionWords(last, desk.version.text))}</p>}
      confirm={said.takeBack}
      action={action}
      onDone={props.onDone}
      onClose={props.onClose}
    >
      {({ field }) => (
        <TextField
          {...field("reason")}
          label={said.reason}
          hint={said.reasonHint}
          rows={2}
          maxLength={500}
          required
        />
      )}
    </AskDialog>
  );
}
