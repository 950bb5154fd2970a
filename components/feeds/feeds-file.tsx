"use client";

import { TextField } from "#components/ui/field";
import { Form, SubmitButton } from "#components/ui/form";
import { MOST_SUBSCRIPTIONS } from "#lib/domain/bounds";
import type { FormAction } from "#lib/domain/form-state";
import * as words from "#lib/words";

const say = words.feeds.opml;

/** Follow all feeds of a list that another program exported. */
export function FeedsFile({ action }: { action: FormAction }) {
  return (
    <Form undrafted="file" className="import" action={action}>
      {({ field, done }) => (
        <>
          <TextField
            {...field("file")}
            type="file"
            accept=".opml,.xml,text/x-opml,text/xml,application/xml"
            label={say.file}
            hint={say.fileHint(MOST_SUBSCRIPTIONS)}
          />
          <div className="cluster">
            <SubmitButton className="btn" working={say.working} label={say.submit} />
            <p role="status" className="small">
              {done?.message ?? ""}
            </p>
          </div>
        </>
      )}
    </Form>
  );
}
