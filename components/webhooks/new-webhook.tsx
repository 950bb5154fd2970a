"use client";

import { FieldError, TextField } from "#components/ui/field";
import { Form, type FormAtWork, SubmitButton } from "#components/ui/form";
import { ShownOnce } from "#components/ui/shown-once";
import type { FormAction } from "#lib/domain/form-state";
import { CHOSEN_EVENTS } from "#lib/domain/webhooks";
import { words } from "#lib/words";

const { add: say, events: names } = words.webhooks;
const { label: labelOf, ...made } = words.webhooks.secret;

/** Adds a webhook and shows its secret, once. */
export function NewWebhook({ action }: { action: FormAction }) {
  return (
    <Form
      draft="webhook"
      className="form"
      action={action}
      after={({ data }, again) =>
        data?.secret && (
          <ShownOnce value={data.secret} label={labelOf(data.host ?? "")} say={made} onDone={again} />
        )
      }
    >
      {(form) => (
        <>
          <TextField
            {...form.field("address")}
            label={say.address}
            hint={say.addressHint}
            type="url"
            autoComplete="off"
            maxLength={2000}
            required
          />
          <Events form={form} />
          <TextField
            {...form.field("note")}
            label={say.note}
            hint={say.noteHint}
            autoComplete="off"
            maxLength={200}
          />
          <div>
            <SubmitButton className="btn btn--main" working={words.people.page.working} label={say.submit} />
          </div>
        </>
      )}
    </Form>
  );
}

/** All at first; after a refusal those that were chosen. */
function Events({ form: { field, refused } }: { form: FormAtWork }) {
  const [first, ...others] = CHOSEN_EVENTS.map((event) => field(event));
  return (
    <fieldset className="field" aria-describedby={first?.error ? "events-error" : undefined}>
      <legend className="legend-label small">{say.events}</legend>
      {CHOSEN_EVENTS.map((event, i) => (
        <label key={event} className="choice">
          <input
            type="checkbox"
            name={event}
            value="yes"
            key={String(refused === null)}
            defaultChecked={refused === null || [first, ...others][i]?.defaultValue === "yes"}
          />
          {names[event]}
        </label>
      ))}
      <FieldError id="events-error" error={first?.error ?? null} isSpoken />
    </fieldset>
  );
}
