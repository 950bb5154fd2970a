"use client";

import { TextField } from "#components/ui/field";
import { Form, SubmitButton } from "#components/ui/form";
import { MOST_REPORTED } from "#lib/domain/bounds";
import type { ReportKind } from "#lib/domain/error-reports";
import type { FormAction } from "#lib/domain/form-state";
import * as words from "#lib/words";

const w = words.reports;

/** Where a reader says what is wrong, or sends a claim. Works without a script. */
export function ReportForm({
  action,
  kind,
  about,
}: {
  readonly action: FormAction;
  readonly kind: ReportKind;
  readonly about: string | null;
}) {
  const said = kind === "CLAIM" ? w.sendClaim : w.send;
  return (
    <Form
      undrafted="stranger"
      action={action}
      className="form stack-4 mt-6 measure"
      hidden={about === null ? { kind } : { kind, about }}
      refusalAt="above-buttons"
      buttons={
        <p>
          <SubmitButton className="btn btn--main" working={w.send.working} label={said.submit} />
        </p>
      }
    >
      {({ field }) => (
        <>
          <TextField
            {...field("words")}
            label={said.words}
            hint={said.hint}
            isHintFirst
            rows={8}
            maxLength={MOST_REPORTED}
            required
          />
          {kind === "CLAIM" && (
            <TextField
              {...field("source")}
              label={w.sendClaim.source}
              hint={w.sendClaim.sourceHint}
              type="url"
              inputMode="url"
              maxLength={2000}
            />
          )}
        </>
      )}
    </Form>
  );
}
