"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { AskDialog } from "#components/ui/ask-dialog";
import { ChoiceField } from "#components/ui/choice-field";
import { send } from "#components/ui/send";
import type { Act } from "#lib/domain/form-state";
import { PASS_STARTS } from "#lib/domain/readings";
import * as words from "#lib/words";

const said = words.passes.ask;

/** The button that has a page read blind by two, and the question what they start from. */
export function AskReading({ versionId, ask }: { versionId: string; ask: Act }) {
  const [isAsking, setAsking] = useState(false);
  const router = useRouter();
  return (
    <p className="xs">
      <button type="button" className="btn btn--s" onClick={() => setAsking(true)}>
        {said.open}
      </button>
      {isAsking && (
        <AskDialog
          draft={`ask-reading:${versionId}`}
          title={said.title}
          note={<p>{said.body}</p>}
          confirm={said.open}
          action={async (_, form) => {
            const outcome = await send(ask, { versionId, start: form.get("start") });
            return outcome.ok ? outcome : { ...outcome, kept: { start: String(form.get("start")) } };
          }}
          onDone={({ data }) => router.push(`/desk/readings/${data?.readingId ?? ""}`)}
          onClose={() => setAsking(false)}
        >
          {({ field }) => (
            <ChoiceField
              {...field("start", "SUGGESTIONS")}
              label={said.start}
              options={PASS_STARTS}
              names={said.starts}
            />
          )}
        </AskDialog>
      )}
    </p>
  );
}
