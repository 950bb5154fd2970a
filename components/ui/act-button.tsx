"use client";

import type { ComponentProps } from "react";
import * as words from "#lib/words";
import { Form, SubmitButton } from "./form";

interface Props extends Pick<ComponentProps<typeof Form>, "action" | "hidden" | "onDone"> {
  readonly label: string;
  /** Tells the button from its equals; left out, there are none. */
  readonly of?: string;
}

/** One button that acts at once. What goes wrong is said beside it. */
export function ActButton({ label, of, ...form }: Props) {
  return (
    <Form undrafted="nothing-typed" {...form} refusalAt="last">
      <SubmitButton className="btn btn--s" working={words.signedIn.working} label={label} of={of} />
    </Form>
  );
}
