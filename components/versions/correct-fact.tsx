"use client";

import { useState } from "react";
import { AskDialog } from "#components/ui/ask-dialog";
import { TextField } from "#components/ui/field";
import { send } from "#components/ui/send";
import type { Act, FormAction } from "#lib/domain/form-state";
import { type HeldFact, isCorrected, knownBy } from "#lib/domain/page-facts";
import { firstUnits } from "#lib/english/endings";
import * as words from "#lib/words";

const said = words.desk.correctFact;
/** In UTF-16 units. */
const LONGEST = 500;

interface Props {
  readonly versionId: string;
  readonly facts: readonly HeldFact[];
  /** Null where this person may not. */
  readonly correct: Act | null;
}

/** What is said of the page, fact by fact, each with the way to put it right, and what the page itself says where that differs. */
export function CorrectFacts({ versionId, facts, correct }: Props) {
  const [asked, ask] = useState<HeldFact | null>(null);
  const [told, tell] = useState("");
  return (
    <section aria-labelledby="page-facts-heading">
      <h2 id="page-facts-heading">{said.heading}</h2>
      <dl className="facts">
        {facts.map((held) => (
          <div key={held.fact} className="contents">
            <dt>{said.names[held.fact]}</dt>
            <dd>
              <bdi>{held.reads ?? said.none}</bdi>{" "}
              {isCorrected(held) && (
                <span className="muted" dir="auto">
                  {pageSays(held)}
                </span>
              )}{" "}
              {correct && (
                <button
                  type="button"
                  className="btn btn--s"
                  aria-label={said.title(said.names[held.fact])}
                  onClick={() => ask(held)}
                >
                  {said.open}
                </button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p role="status">{told}</p>
      {asked && correct && (
        <Correction
          key={asked.fact}
          draft={`fact:${versionId}:${asked.fact}`}
          held={asked}
          action={correctionOf(correct, versionId, asked)}
          onDone={(counted) => tell(counted > 0 ? said.counted(counted) : said.saved)}
          onClose={() => ask(null)}
        />
      )}
    </section>
  );
}

function Correction(props: {
  draft: string;
  held: HeldFact;
  action: FormAction;
  onDone: (counted: number) => void;
  onClose: () => void;
}) {
  const { held, action, onDone, onClose } = props;
  const { fact, reads } = held;
  return (
    <AskDialog
      draft={props.draft}
      title={said.title(said.names[fact])}
      note={
        <>
          <p>{said.body}</p>
          {isCorrected(held) && <p dir="auto">{pageSays(held)}</p>}
        </>
      }
      confirm={said.save}
      action={action}
      onDone={(done) => onDone(Number(done.data?.counted ?? 0))}
      onClose={onClose}
    >
      {({ field }) => (
        <>
          <TextField
            {...field("reads", firstUnits(reads ?? "", LONGEST))}
            label={said.reads}
            hint={said.hints[fact]}
            {...(fact === "TITLE" ? { rows: 2 } : {})}
            maxLength={LONGEST}
          />
          <TextField
            {...field("reason")}
            label={said.reason}
            hint={said.reasonHint}
            rows={2}
            maxLength={500}
            required
          />
        </>
      )}
    </AskDialog>
  );
}

function pageSays({ said: own }: HeldFact): string {
  return own === null ? said.pageSaysNothing : said.pageSays(own);
}

function correctionOf(correct: Act, versionId: string, { fact, reads: before }: HeldFact): FormAction {
  return async (_, form) => {
    const [reads, reason] = ["reads", "reason"].map((name) => String(form.get(name) ?? ""));
    const outcome = await send(correct, { versionId, fact, before: knownBy(before), reads, reason });
    return outcome.ok ? outcome : { ...outcome, kept: { reads: reads ?? "", reason: reason ?? "" } };
  };
}
