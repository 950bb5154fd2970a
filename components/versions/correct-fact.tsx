"use client";

import { useState } from "react";
import { Later } from "#components/ui/later";
import { send } from "#components/ui/send";
import type { Act, FormAction } from "#lib/domain/form-state";
import { type HeldFact, isCorrected, knownBy } from "#lib/domain/page-facts";
import * as words from "#lib/words";
import { pageSays } from "./page-says";

const said = words.desk.correctFact;
const correction = () => import("./fact-correction").then(({ FactCorrection }) => FactCorrection);

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
        <Later
          key={asked.fact}
          load={correction}
          given={{
            draft: `fact:${versionId}:${asked.fact}`,
            held: asked,
            action: correctionOf(correct, versionId, asked),
            onDone: (counted) => tell(counted > 0 ? said.counted(counted) : said.saved),
            onClose: () => ask(null),
          }}
        />
      )}
    </section>
  );
}

function correctionOf(correct: Act, versionId: string, { fact, reads: before }: HeldFact): FormAction {
  return async (_, form) => {
    const [reads, reason] = ["reads", "reason"].map((name) => String(form.get(name) ?? ""));
    const outcome = await send(correct, { versionId, fact, before: knownBy(before), reads, reason });
    return outcome.ok ? outcome : { ...outcome, kept: { reads: reads ?? "", reason: reason ?? "" } };
  };
}
