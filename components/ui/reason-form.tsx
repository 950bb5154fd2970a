"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import type { FormAction } from "#lib/domain/form-state";
import * as words from "#lib/words";
import { TextField } from "./field";
import { Form, SubmitButton } from "./form";

/** In UTF-16 units. */
const REASON_LENGTH = 500;

/** An act that is given a reason; afterwards one goes on to `next`. */
export function ReasonForm(props: {
  readonly action: FormAction;
  readonly hidden: Readonly<Record<string, string>>;
  readonly label: string;
  readonly hint?: string;
  readonly submit: string;
  /** Where "leave it" leads, and what that is called. */
  readonly cancel: string;
  readonly cancelLabel: string;
  readonly next: string;
  /** Names the draft of the reason. */
  readonly draft: string;
}) {
  const router = useRouter();
  return (
    <Form
      draft={props.draft}
      className="stack-4 mt-4 measure"
      action={props.action}
      hidden={props.hidden}
      onDone={() => router.push(props.next)}
      refusalAt="above-buttons"
      buttons={
        <p className="cluster">
          <SubmitButton className="btn btn--main" working={words.signedIn.working} label={props.submit} />
          <Link href={props.cancel}>{props.cancelLabel}</Link>
        </p>
      }
    >
      {({ field }) => (
        <TextField
          {...field("reason")}
          label={props.label}
          {...(props.hint === undefined ? {} : { hint: props.hint })}
          rows={2}
          maxLength={REASON_LENGTH}
          required
        />
      )}
    </Form>
  );
}
