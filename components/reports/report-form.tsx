"use client";

import { TextField } from "#components/ui/field";
import { Form, SubmitButton } from "#components/ui/form";
import { MOST_REPORTED } from "#lib/domain/error-reports";
import type { FormAction } from "#lib/domain/form-state";
import { words } from "#lib/words";

const w = words.reports.send;

/** Where a reader says what is wrong. Works without a script. */
export function ReportForm({
  action,
  about,
}: {
  readonly action: FormAction;
  readonly about: string | null;
}) {
  return (
    <Form
      action={action}
      className="form stack-4 mt-6 measure"
      hidden={about === null ? {} : { about }}
      refusalAt="above-buttons"
      buttons={
        <p>
          <SubmitButton className="btn btn--main" working={w.working} label={w.submit} />
        </p>
      }
    >
      {({ field }) => (
        <TextField
          {...field("words")}
          label={w.words}
          hint={w.hint}
          isHintFirst
          rows={8}
          maxLength={MOST_REPORTED}
          required
        />
      )}
    </Form>
  );
}
