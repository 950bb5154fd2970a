"use client";

import { type Bound, FieldError, TextField } from "#components/ui/field";
import { Form, SubmitButton } from "#components/ui/form";
import { ShownOnce } from "#components/ui/shown-once";
import type { FormAction } from "#lib/domain/form-state";
import { CHOSEN_EVENTS } from "#lib/domain/webhook-events";
import * as words from "#lib/words";

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
          <Events
            fields={CHOSEN_EVENTS.map((event) => form.field(event))}
            isRefused={form.refused !== null}
          />
          <TextField
            {...form.field("note")}
            label={say.note}
            hint={say.noteHint}
            autoComplete="off"
            maxLength={200}
          />
          <div>
            <SubmitButton className="btn btn--main" working={words.signedIn.working} label={say.submit} />
          </div>
        </>
      )}
    </Form>
  );
}

/** All at first; after a refusal those that were chosen. */
function Events({ fields, isRefused }: { fields: readonly Bound[]; isRefused: boolean }) {
  const error = fields[0]?.error ?? null;
  return (
    <fieldset className="field" aria-describedby={error === null ? undefined : "events-error"}>
      <legend className="legend-label small">{say.events}</legend>
      {CHOSEN_EVENTS.map((event, i) => (
        <label key={event} className="choice">
          <input
            type="checkbox"
            name={event}
            value="yes"
            key={String(isRefused)}
            defaultChecked={!isRefused || fields[i]?.defaultValue === "yes"}
          />
          {names[event]}
        </label>
      ))}
      <FieldError id="events-error" error={error} isSpoken />
    </fieldset>
  );
}
