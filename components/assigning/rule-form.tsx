"use client";

import { useState } from "react";
import { type Bound, Field, FieldError, TextField } from "#components/ui/field";
import { Form, type FormAtWork, SubmitButton } from "#components/ui/form";
import {
  APPLIES_TO,
  PERSON_BOX,
  RULE_NAME_LENGTH,
  RULE_PUBLISHER_LENGTH,
  type RuleView,
} from "#lib/domain/assigning";
import type { FormAction } from "#lib/domain/form-state";
import * as words from "#lib/words";
import { pagesOfRule, turnsOfRule } from "#lib/words/assigning";
import { PreviewButton } from "./rule-preview";

const say = words.assigning;

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Props {
  /** Null for a new one. */
  readonly rule: RuleView | null;
  readonly feeds: readonly Named[];
  /** Whose accounts are open, by name. */
  readonly people: readonly Named[];
  readonly action: FormAction;
}

/**
 * Writes a rule, or changes one. It stays with the rule as it stood when it was begun: where somebody else has saved it since, theirs is shown before
 * anything is saved over.
 */
export function RuleForm({ rule, feeds, people, action }: Props) {
  const [began, setBegan] = useState(rule?.revision ?? 0);
  const theirs = rule !== null && rule.revision !== began ? rule : null;
  const hidden = rule === null ? {} : { ruleId: rule.id, revision: String(rule.revision) };
  return (
    <Form
      draft={rule === null ? "rule" : `rule:${rule.id}`}
      className="stack-4 measure"
      action={action}
      hidden={hidden}
      refusalAt="above-buttons"
      onDone={({ data }) => setBegan(Number(data?.revision ?? 0))}
      buttons={
        <div className="cluster">
          <SubmitButton
            className="btn btn--main"
            working={words.signedIn.working}
            label={theirs ? say.form.saveOver : say.form.save}
          />
          <PreviewButton ruleId={rule?.id ?? null} />
        </div>
      }
    >
      {(form) => (
        <>
          {theirs && <Theirs rule={theirs} />}
          <TextField
            {...form.field("name", rule?.name)}
            label={say.form.name}
            hint={say.form.nameHint}
            maxLength={RULE_NAME_LENGTH}
            autoComplete="off"
            required
          />
          <Which
            rule={rule}
            feeds={feeds}
            applies={form.field("appliesTo", rule?.appliesTo ?? "ANY")}
            feed={form.field("feedId", rule?.feedId ?? "")}
            publisher={form.field("publisher", rule?.publisher ?? "")}
          />
          <TextField
            {...form.field("language", rule?.language ?? "")}
            label={say.form.language}
            hint={say.form.languageHint}
            maxLength={3}
            autoComplete="off"
            spellCheck={false}
          />
          <People form={form} rule={rule} people={people} error={form.field("people").error ?? null} />
          <p role="status">{form.done && (rule === null ? say.form.added : say.form.saved)}</p>
        </>
      )}
    </Form>
  );
}

/** What somebody else saved since this was begun. */
function Theirs({ rule }: { rule: RuleView }) {
  return (
    <div className="note" role="alert">
      <p>
        <b>{say.theirs.title(rule.changedBy)}</b>
      </p>
      <p>{say.theirs.both}</p>
      <p dir="auto">{say.theirs.stands(rule.name, `${pagesOfRule(rule)}, ${turnsOfRule(rule)}`)}</p>
    </div>
  );
}

/** Every field is there whichever is chosen, so that nothing needs a script; what isn't chosen is left out of the rule. */
function Which(
  props: Pick<Props, "rule" | "feeds"> & Readonly<Record<"applies" | "feed" | "publisher", Bound>>,
) {
  const { applies, feed } = props;
  const options = feedOptions(props.rule, props.feeds);
  return (
    <fieldset className="field rule-pages" key={String(applies.defaultValue)}>
      <legend className="legend-label">{say.form.appliesTo}</legend>
      {APPLIES_TO.map((option) => (
        <div key={option} className="rule-choice">
          <label className="choice">
            <input
              type="radio"
              name="appliesTo"
              value={option}
              defaultChecked={option === applies.defaultValue}
            />
            {say.form.choices[option]}
          </label>
          {option === "FEED" && (
            <Field label={say.form.feed} error={feed.error ?? null}>
              {(control) => (
                <select
                  {...control}
                  key={String(feed.defaultValue)}
                  name="feedId"
                  defaultValue={feed.defaultValue}
                >
                  <option value="">{say.form.noFeed}</option>
                  {options.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          {option === "PUBLISHER" && (
            <TextField
              {...props.publisher}
              label={say.form.publisher}
              hint={say.form.publisherHint}
              maxLength={RULE_PUBLISHER_LENGTH}
              autoComplete="off"
            />
          )}
        </div>
      ))}
    </fieldset>
  );
}

/** With the rule's own, also where it isn't followed any more. */
function feedOptions(rule: RuleView | null, feeds: readonly Named[]): readonly Named[] {
  if (rule === null || rule.feedId === null || feeds.some(({ id }) => id === rule.feedId)) return feeds;
  return [{ id: rule.feedId, name: rule.feedName ?? "" }, ...feeds];
}

/** A box for each person, under a name of its own: those of the rule first, in their order. */
function People(
  props: Pick<Props, "rule" | "people"> & { readonly form: FormAtWork; readonly error: string | null },
) {
  const { form, rule, people, error } = props;
  const held = (rule?.people ?? []).filter(({ isFormer }) => !isFormer);
  const ids = new Set(held.map(({ id }) => id));
  const open = new Set(people.map(({ id }) => id));
  const all = [
    ...held.map(({ id, name }) => ({ id, name: open.has(id) ? name : say.form.closed(name) })),
    ...people.filter(({ id }) => !ids.has(id)),
  ];
  const isRefused = form.refused !== null;
  return (
    <fieldset className="field" aria-describedby={error === null ? "rule-people" : "rule-people-error"}>
      <legend className="legend-label">{say.form.people}</legend>
      <small id="rule-people">{say.form.peopleHint}</small>
      <div className="rule-people">
        {all.map(({ id, name }) => (
          <Person
            key={`${id} ${isRefused}`}
            name={name}
            bound={form.field(`${PERSON_BOX}${id}`)}
            isTicked={isRefused ? form.field(`${PERSON_BOX}${id}`).defaultValue === "yes" : ids.has(id)}
          />
        ))}
      </div>
      <FieldError id="rule-people-error" error={error} isSpoken />
    </fieldset>
  );
}

function Person({ name, bound, isTicked }: { name: string; bound: Bound; isTicked: boolean }) {
  return (
    <label className="choice">
      <input type="checkbox" name={bound.name} value="yes" defaultChecked={isTicked} />
      <bdi>{name}</bdi>
    </label>
  );
}
