"use client";

import { ChoiceField } from "#components/ui/choice-field";
import { TextField } from "#components/ui/field";
import { Form, SubmitButton } from "#components/ui/form";
import { Section } from "#components/ui/section";
import type { FormAction } from "#lib/domain/form-state";
import { PASS_STARTS, type ReadingRule } from "#lib/domain/readings";
import * as words from "#lib/words";

const said = words.readings.rule;

/** Which incoming pages are read blind; `set` null where this person may not change it. */
export function ReadingRuleForm({ rule, set }: { rule: ReadingRule; set: FormAction | null }) {
  return (
    <Section id="rule" title={said.title}>
      <p>
        {rule.everyNth === null
          ? said.none
          : `${said.every(rule.everyNth)} ${words.readings.list.starts(rule.start)}`}
      </p>
      {set && (
        <Form
          key={`${rule.everyNth} ${rule.start}`}
          draft="reading-rule"
          action={set}
          className="stack-4 measure"
          noValidate
          buttons={
            <p>
              <SubmitButton className="btn btn--s" working={words.signedIn.working} label={said.save} />
            </p>
          }
        >
          {({ field, done }) => (
            <>
              <TextField
                {...field("everyNth", String(rule.everyNth ?? ""))}
                label={said.everyNth}
                hint={said.hint}
                inputMode="numeric"
                maxLength={4}
              />
              <ChoiceField
                {...field("start", rule.start)}
                label={words.passes.ask.start}
                options={PASS_STARTS}
                names={words.passes.ask.starts}
              />
              <p role="status" className="small">
                {done ? said.done : ""}
              </p>
            </>
          )}
        </Form>
      )}
    </Section>
  );
}
