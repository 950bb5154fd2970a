"use client";

import { useRouter } from "next/navigation";
import { useActionState } from "react";
import { Field } from "#components/ui/field";
import { FormError } from "#components/ui/form-error";
import { FIRST_ITEMS } from "#lib/domain/feeds";
import type { FormAction, FormState } from "#lib/domain/form-state";
import { words } from "#lib/words";

const feedWords = words.feeds;

const say = feedWords.follow;

/** Give the address of a feed. What stands there is found out at once, and said on the feed's own page. */
export function FeedForm({ action }: { action: FormAction }) {
  const router = useRouter();
  const [state, submit, isPending] = useActionState(async (before: FormState, form: FormData) => {
    const after = await action(before, form);
    if (after?.ok && after.data?.feedId) router.push(`/desk/feeds/${after.data.feedId}`);
    return after;
  }, null);
  return (
    <form
      className="import"
      action={submit}
      onSubmit={(event) => isPending && event.preventDefault()}
      noValidate
    >
      <FormError state={state} />
      <Field
        id="feed-address"
        name="address"
        type="url"
        label={say.address}
        hint={say.addressHint}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        state={state}
      />
      <Field
        id="feed-publisher"
        name="publisher"
        type="text"
        label={say.publisher}
        hint={say.publisherHint}
        dir="auto"
        autoComplete="off"
        maxLength={200}
        state={state}
      />
      <div className="cluster">
        <button className="btn btn--main" type="submit" aria-disabled={isPending || undefined}>
          {isPending ? say.working : say.submit}
        </button>
        <small className="muted">{say.firstItems(FIRST_ITEMS)}</small>
      </div>
    </form>
  );
}
