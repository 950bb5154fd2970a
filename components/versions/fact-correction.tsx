import { AskDialog } from "#components/ui/ask-dialog";
import { TextField } from "#components/ui/field";
import type { FormAction } from "#lib/domain/form-state";
import { type HeldFact, isCorrected } from "#lib/domain/page-facts";
import { firstUnits } from "#lib/english/endings";
import * as words from "#lib/words";
import { pageSays } from "./page-says";

const said = words.desk.correctFact;
/** In UTF-16 units. */
const LONGEST = 500;

/** What one fact of a page reads, and why it is put right. */
export function FactCorrection(props: {
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
