"use client";

import { useRouter } from "next/navigation";
import { TextField } from "#components/ui/field";
import { Form, SubmitButton } from "#components/ui/form";
import { FIRST_ITEMS } from "#lib/domain/bounds";
import type { FormAction } from "#lib/domain/form-state";
import * as words from "#lib/words";

const say = words.feeds.follow;

/** Give the address of a feed. What stands there is found out at once, and said on the feed's own page. */
export function FeedForm({ action }: { action: FormAction }) {
  const router = useRouter();
  return (
    <Form
      draft="feed"
      className="import"
      action={action}
      noValidate
      onDone={({ data }) => data?.feedId && router.push(`/desk/feeds/${data.feedId}`)}
    >
      {({ field }) => (
        <>
          <TextField
            {...field("address")}
            type="url"
            label={say.address}
            hint={say.addressHint}
            autoComplete="off"
            spellCheck={false}
          />
          <TextField
            {...field("publisher")}
            label={say.publisher}
            hint={say.publisherHint}
            autoComplete="off"
            maxLength={200}
          />
          <div className="cluster">
            <SubmitButton className="btn btn--main" working={say.working} label={say.submit} />
            <small className="muted">{say.firstItems(FIRST_ITEMS)}</small>
          </div>
        </>
      )}
    </Form>
  );
}
