"use client";

import { ChoiceField } from "#components/ui/choice-field";
import { TextField } from "#components/ui/field";
import { Form, SubmitButton } from "#components/ui/form";
import { ShownOnce } from "#components/ui/shown-once";
import { TOKEN_ENDS } from "#lib/domain/bounds";
import type { FormAction } from "#lib/domain/form-state";
import * as words from "#lib/words";

const say = words.tokens.make;
const { label: labelOf, ...made } = words.tokens.made;

/** Makes a token and shows it, once. */
export function NewToken({ action }: { action: FormAction }) {
  return (
    <Form
      draft="token"
      className="form"
      action={action}
      after={({ data }, again) =>
        data?.token && (
          <ShownOnce value={data.token} label={labelOf(data.name ?? "")} say={made} onDone={again} />
        )
      }
    >
      {({ field }) => (
        <>
          <TextField
            {...field("name")}
            label={say.name}
            hint={say.nameHint}
            autoComplete="off"
            maxLength={80}
            required
          />
          <ChoiceField {...field("ends", "90")} label={say.ends} options={TOKEN_ENDS} names={say.endsIn} />
          <div>
            <SubmitButton className="btn btn--main" working={words.signedIn.working} label={say.submit} />
          </div>
        </>
      )}
    </Form>
  );
}
