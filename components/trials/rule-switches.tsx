"use client";

import { useState } from "react";
import { AskDialog } from "#components/ui/ask-dialog";
import { TextField } from "#components/ui/field";
import { Section } from "#components/ui/section";
import type { FormAction } from "#lib/domain/form-state";
import { type RuleVersion, ruleKey } from "#lib/domain/rule-versions";
import type { RuleSwitchView } from "#lib/domain/suggestion-trials";
import * as words from "#lib/words";
import { momentWords } from "#lib/words/moments";

const said = words.suggestionTrials.off;
const { called, code } = words.ruleNames;

interface Props {
  /** The rule that is looked at closely. */
  readonly chosen: RuleVersion | null;
  readonly off: readonly RuleSwitchView[];
  readonly past: readonly RuleSwitchView[];
  /** Null where this person may not switch. */
  readonly acts: { readonly switchOff: FormAction; readonly switchOn: FormAction } | null;
  readonly timeZone: string;
}

/** What is switched off and what was, with who did it and why; and, for admins, the switch. */
export function RuleSwitches({ chosen, off, past, acts, timeZone }: Props) {
  const isOff = chosen !== null && off.some((one) => ruleKey(one) === ruleKey(chosen));
  return (
    <Section id="switched" title={said.title}>
      {off.length === 0 && <p className="muted">{said.none}</p>}
      {acts === null ? (
        <p className="small muted mt-3">{said.onlyAdmins}</p>
      ) : (
        chosen && !isOff && <SwitchOff key={ruleKey(chosen)} chosen={chosen} act={acts.switchOff} />
      )}
      <Switches rows={off} timeZone={timeZone} act={acts?.switchOn ?? null} />
      {past.length > 0 && (
        <>
          <h3 className="mt-5">{said.past}</h3>
          <Switches rows={past} timeZone={timeZone} act={null} />
        </>
      )}
    </Section>
  );
}

function Switches(props: {
  readonly rows: readonly RuleSwitchView[];
  readonly timeZone: string;
  readonly act: FormAction | null;
}) {
  if (props.rows.length === 0) return null;
  return (
    <ul className="stack-4 mt-3">
      {props.rows.map((row) => (
        <li key={row.id} className="measure">
          <b>{called(row.rule)}</b>{" "}
          <span className="small muted wrap-anywhere">{code(row.rule, row.version)}</span>
          <p className="small">
            {said.since(row.offByName, momentWords(row.offAt, props.timeZone))}{" "}
            <span dir="auto">{row.reason}</span>
          </p>
          {row.on && (
            <p className="small">
              {said.on(row.on.byName, momentWords(row.on.at, props.timeZone))}{" "}
              <span dir="auto">{row.on.reason}</span>
            </p>
          )}
          {props.act && <SwitchOn row={row} act={props.act} />}
        </li>
      ))}
    </ul>
  );
}

function SwitchOff({ chosen, act }: { chosen: RuleVersion; act: FormAction }) {
  const { rule, version } = chosen;
  return (
    <Asking
      label={`${said.switchOff}: ${called(rule)}`}
      title={said.ask(called(rule))}
      note={said.note}
      confirm={said.switchOff}
      action={act}
      hidden={{ rule, version }}
      draft={`rule-off:${ruleKey(chosen)}`}
    />
  );
}

function SwitchOn({ row, act }: { row: RuleSwitchView; act: FormAction }) {
  return (
    <Asking
      label={said.switchOn}
      title={said.askOn(called(row.rule))}
      note={said.noteOn}
      confirm={said.switchOn}
      action={act}
      hidden={{ switchId: row.id }}
      draft={`rule-on:${row.id}`}
    />
  );
}

function Asking(props: {
  readonly label: string;
  readonly title: string;
  readonly note: string;
  readonly confirm: string;
  readonly action: FormAction;
  readonly hidden: Readonly<Record<string, string>>;
  readonly draft: string;
}) {
  const { label, note, draft, ...dialog } = props;
  const [asks, setAsks] = useState(false);
  return (
    <>
      <p className="mt-3">
        <button type="button" className="btn" onClick={() => setAsks(true)}>
          {label}
        </button>
      </p>
      {asks && (
        <AskDialog {...dialog} draft={draft} note={<p>{note}</p>} onClose={() => setAsks(false)}>
          {({ field }) => (
            <TextField
              {...field("reason")}
              label={said.reason}
              hint={said.reasonHint}
              rows={2}
              maxLength={500}
              required
            />
          )}
        </AskDialog>
      )}
    </>
  );
}
