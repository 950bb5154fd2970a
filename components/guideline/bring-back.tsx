"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { AskDialog } from "#components/ui/ask-dialog";
import { TextField } from "#components/ui/field";
import { GUIDELINE_NOTE_LENGTH, SCALE_NOTE_LENGTH } from "#lib/domain/bounds";
import type { FormAction } from "#lib/domain/form-state";
import * as words from "#lib/words";

/** What is kept in versions: its words, and the page that its newest one stands on. */
const KEPT = {
  guideline: { say: words.guideline.bringBack, page: "/desk/guideline", longest: GUIDELINE_NOTE_LENGTH },
  scale: { say: words.scale.bringBack, page: "/desk/scale", longest: SCALE_NOTE_LENGTH },
} as const;

/** Makes what an earlier version says the newest one, with the reason. `seen` is the newest version on the screen that it is asked from. */
export function BringBack(props: {
  readonly of: keyof typeof KEPT;
  readonly number: number;
  readonly seen: number;
  readonly action: FormAction;
}) {
  const { of, number, seen, action } = props;
  const { say, page, longest } = KEPT[of];
  const [asks, setAsks] = useState(false);
  const router = useRouter();
  return (
    <>
      <p className="mt-3">
        <button type="button" className="btn" onClick={() => setAsks(true)}>
          {say.label}
        </button>
      </p>
      {asks && (
        <AskDialog
          title={say.title(number)}
          note={<p>{say.text}</p>}
          confirm={say.confirm}
          action={action}
          hidden={{ number: String(number), seen: String(seen) }}
          draft={`${of}-back:${number}`}
          onClose={() => setAsks(false)}
          onDone={() => router.push(page)}
        >
          {({ field }) => (
            <TextField
              {...field("note")}
              label={say.note}
              hint={say.noteHint}
              rows={2}
              maxLength={longest}
              required
            />
          )}
        </AskDialog>
      )}
    </>
  );
}
