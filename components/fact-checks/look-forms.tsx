"use client";

import { Field, TextField } from "#components/ui/field";
import { Form, SubmitButton } from "#components/ui/form";
import { FACT_CHECK_BOUNDS } from "#lib/domain/bounds";
import type { FormAction } from "#lib/domain/form-state";
import * as words from "#lib/words";

const said = words.factChecks;
const { working } = words.signedIn;

interface Props {
  readonly claimId: string;
  readonly look: FormAction;
}

/** The address of another fact-checker's page. */
export function LookAtAddress({ claimId, look }: Props) {
  return (
    <Form
      draft={`fact-check:${claimId}`}
      className="stack-4 measure"
      action={look}
      hidden={{ claimId }}
      noValidate
      refusalAt="above-buttons"
      buttons={
        <p>
          <SubmitButton className="btn" working={working} label={said.read} />
        </p>
      }
    >
      {({ field }) => (
        <TextField
          {...field("url")}
          type="url"
          label={said.address}
          hint={said.addressHint}
          maxLength={2000}
        />
      )}
    </Form>
  );
}

/** What they say for programs, as a file or pasted. */
export function LookAtGiven({ claimId, look }: Props) {
  return (
    <Form
      undrafted="file"
      className="stack-4 measure"
      action={look}
      hidden={{ claimId }}
      refusalAt="above-buttons"
      buttons={
        <p>
          <SubmitButton className="btn" working={working} label={said.readGiven} />
        </p>
      }
    >
      {({ field }) => (
        <>
          <Field label={said.file} hint={said.fileHint}>
            {(control) => (
              <input {...control} type="file" name="file" accept=".json,.jsonld,.html,.htm,.txt" />
            )}
          </Field>
          <TextField
            {...field("content")}
            label={said.paste}
            rows={4}
            maxLength={FACT_CHECK_BOUNDS.given}
            spellCheck={false}
          />
        </>
      )}
    </Form>
  );
}
