"use client";

import { Form, SubmitButton } from "#components/ui/form";
import { Section } from "#components/ui/section";
import type { FormAction } from "#lib/domain/form-state";
import * as words from "#lib/words";

const said = words.notices.mail;

interface Props {
  readonly byMail: boolean;
  /** Is mail set up here? */
  readonly isOn: boolean;
  readonly action: FormAction;
}

/** Whether somebody wants to be told by mail what comes into their inbox. */
export function NoticeMail({ byMail, isOn, action }: Props) {
  return (
    <Section id="notice-mail" title={said.title}>
      <Form
        undrafted="nothing-typed"
        action={action}
        className="stack-3 mt-3 measure"
        buttons={
          <p>
            <SubmitButton className="btn btn--s" working={words.signedIn.working} label={said.save} />
          </p>
        }
      >
        {({ done }) => (
          <>
            <label className="tick">
              <input type="checkbox" name="byMail" value="yes" defaultChecked={byMail} key={String(byMail)} />
              {said.label}
            </label>
            <p className="small muted">{isOn ? said.hint : said.off}</p>
            <p role="status">{done ? said.saved : ""}</p>
          </>
        )}
      </Form>
    </Section>
  );
}
