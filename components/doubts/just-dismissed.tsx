import { ActButton } from "#components/ui/act-button";
import { ArrivedHeading } from "#components/ui/arrived";
import type { DoubtRow } from "#lib/domain/doubts";
import type { FormAction } from "#lib/domain/form-state";
import * as words from "#lib/words";

const said = words.doubts;

/** What was just dismissed, with the way back; nothing once that was taken back. It stands until one goes on, also after a reload. */
export function JustDismissed({ doubt, reopen }: { doubt: DoubtRow | null; reopen: FormAction }) {
  if (doubt === null || doubt.dismissed === null) return null;
  return (
    <section className="note mt-4 mb-4" aria-labelledby="d-done">
      <ArrivedHeading id="d-done" name={doubt.id}>
        {said.done}
      </ArrivedHeading>
      <ActButton
        action={reopen}
        hidden={{ doubtId: doubt.id, revision: String(doubt.revision) }}
        label={said.undo}
      />
    </section>
  );
}
