"use client";

import { Field, TextField } from "#components/ui/field";
import { Form, SubmitButton } from "#components/ui/form";
import { MARK_BOUNDS } from "#lib/domain/bounds";
import type { FormAction } from "#lib/domain/form-state";
import * as words from "#lib/words";

const said = words.marks;

/** A file of marks, chosen or pasted. */
export function GiveMarks({ versionId, read }: { readonly versionId: string; readonly read: FormAction }) {
  return (
    <Form
      undrafted="file"
      className="stack-4 measure"
      action={read}
      hidden={{ versionId }}
      refusalAt="above-buttons"
      buttons={
        <p>
          <SubmitButton className="btn" working={words.signedIn.working} label={said.read} />
        </p>
      }
    >
      {({ field }) => (
        <>
          <Field label={said.file} hint={said.fileHint}>
            {(control) => <input {...control} type="file" name="file" accept=".json,.jsonld,.tsv,.txt" />}
          </Field>
          <TextField
            {...field("content")}
            label={said.paste}
            rows={4}
            maxLength={MARK_BOUNDS.file}
            spellCheck={false}
          />
        </>
      )}
    </Form>
  );
}
