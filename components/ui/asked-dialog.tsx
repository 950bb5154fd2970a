import { type ComponentProps, type ReactNode, useId } from "react";
import * as words from "#lib/words";
import { Dialog } from "./dialog";
import { type Drafting, Form, SubmitButton } from "./form";

export type AskedDialogProps = Given & Drafting;

interface Given extends Pick<ComponentProps<typeof Form>, "action" | "hidden" | "onDone"> {
  readonly title: string;
  /** What will happen. */
  readonly note: ReactNode;
  /** What must be told or chosen with it. */
  readonly children?: ComponentProps<typeof Form>["children"];
  readonly confirm: string;
  readonly isDanger?: boolean | undefined;
  readonly onClose: () => void;
}

/**
 * The one question before an act that others will feel. Escape and "Cancel" leave everything as it was; it closes once the act
 * is done.
 */
export function AskedDialog({
  title,
  note,
  children,
  confirm,
  isDanger,
  onClose,
  onDone,
  ...form
}: AskedDialogProps) {
  const noteId = useId();
  return (
    <Dialog title={title} describedBy={noteId} onClose={onClose}>
      {(close) => (
        <Form
          {...form}
          className="stack-4"
          onDone={(done) => {
            close();
            onDone?.(done);
          }}
          refusalAt="above-buttons"
          buttons={
            <div className="cluster">
              <SubmitButton
                className={isDanger ? "btn btn--danger" : "btn btn--main"}
                working={words.signedIn.working}
                label={confirm}
              />
              <button className="btn" type="button" onClick={close}>
                {words.desk.actions.cancel}
              </button>
            </div>
          }
        >
          {(work) => (
            <>
              <div id={noteId} className="stack-3">
                {note}
              </div>
              {typeof children === "function" ? children(work) : children}
            </>
          )}
        </Form>
      )}
    </Dialog>
  );
}
