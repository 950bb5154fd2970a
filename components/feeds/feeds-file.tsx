"use client";

import { useActionState } from "react";
import { Field } from "#components/ui/field";
import { FormError } from "#components/ui/form-error";
import { MOST_SUBSCRIPTIONS } from "#lib/domain/feeds";
import type { FormAction } from "#lib/domain/form-state";
import { words } from "#lib/words";

const feedWords = words.feeds;

const say = feedWords.opml;

/** Follow all feeds of a list that another program exported. */
export function FeedsFile({ action }: { action: FormAction }) {
  const [state, submit, isPending] = useActionState(action, null);
  return (
    <form className="import" action={submit} onSubmit={(event) => isPending && event.preventDefault()}>
      <FormError state={state} />
      <Field
        id="feeds-file"
        name="file"
        type="file"
        accept=".opml,.xml,text/x-opml,text/xml,application/xml"
        label={say.file}
        hint={say.fileHint(MOST_SUBSCRIPTIONS)}
        state={state}
      />
      <div className="cluster">
        <button className="btn" type="submit" aria-disabled={isPending || undefined}>
          {isPending ? say.working : say.submit}
        </button>
        <p role="status" className="small">
          {state?.ok ? state.message : ""}
        </p>
      </div>
    </form>
  );
}
