"use client";

import { useState } from "react";
import { send } from "#components/ui/send";
import { useLookAgain } from "#components/ui/use-look-again";
import type { ArticleDesk } from "#lib/domain/article-desk";
import type { Act } from "#lib/domain/form-state";
import type { PartReadingView } from "#lib/domain/part-readings";
import * as words from "#lib/words";

const said = words.partReadings;

/** How it stands with looking for statements in text that was put right: said aloud when it changes. `lookAgain` is null where this person may not. */
export function PartLooking({ desk, lookAgain }: { desk: ArticleDesk; lookAgain: Act | null }) {
  const [problem, setProblem] = useState<string | null>(null);
  const { partReading } = desk;
  useLookAgain(partReading?.state === "WAITING");
  const ask = async (again: Act) => {
    const outcome = await send(again, { versionId: desk.version.id });
    setProblem(outcome.ok ? null : outcome.message);
  };
  return (
    <div role="status">
      {partReading && (
        <div className={partReading.state === "DONE" ? "xs muted" : "note xs"}>
          {stateWords(partReading)}{" "}
          {partReading.state === "FAILED" && lookAgain && (
            <button type="button" className="btn btn--s" onClick={() => void ask(lookAgain)}>
              {said.tryAgain}
            </button>
          )}
        </div>
      )}
      {problem !== null && (
        <p className="xs" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function stateWords(reading: PartReadingView): string {
  if (reading.state === "WAITING") return said.waiting;
  return reading.state === "DONE" ? said.done(reading.found) : said.failed(reading.message);
}
