"use client";

import { Form, SubmitButton } from "#components/ui/form";
import type { FormAction } from "#lib/domain/form-state";
import * as words from "#lib/words";

const w = words.reports;

/** The sender takes a report back; a box that must be ticked asks first, without a script. */
export function EraseForm({ action, token }: { readonly action: FormAction; readonly token: string }) {
  return (
    <Form undrafted="stranger" action={action} className="stack-3" hidden={{ token }} refusalAt="last">
      <p>{w.receipt.eraseNote}</p>
      <p>
        <label className="cluster">
          <input type="checkbox" name="sure" required /> {w.receipt.sure}
        </label>
      </p>
      <p>
        <SubmitButton className="btn btn--danger" working={w.send.working} label={w.receipt.erase} />
      </p>
    </Form>
  );
}
