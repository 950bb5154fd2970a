"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { ActButton } from "#components/ui/act-button";
import { AskDialog } from "#components/ui/ask-dialog";
import { KeptFocus } from "#components/ui/kept-focus";
import { Section } from "#components/ui/section";
import type { GivenView, RulePreview, RuleView } from "#lib/domain/assigning";
import type { FormAction } from "#lib/domain/form-state";
import * as words from "#lib/words";
import { pagesOfRule, turnsOfRule } from "#lib/words/assigning";
import { momentWords } from "#lib/words/moments";
import { Preview } from "./rule-preview";
import { RuleTroubles } from "./rule-troubles";

const say = words.assigning;

interface Props {
  readonly rule: RuleView;
  readonly given: readonly GivenView[];
  readonly preview: RulePreview;
  /** Null where this person may not. */
  readonly actions: { readonly delete: FormAction; readonly undo: FormAction } | null;
  readonly timeZone: string;
  /** The form that changes it. */
  readonly children: ReactNode;
}

/** One rule on the desk. */
export function RuleRecord({ rule, given, preview, actions, timeZone, children }: Props) {
  return (
    <KeptFocus heading="rule-name">
      <p className="kicker">
        <Link href="/desk/assigning">{say.back}</Link>
      </p>
      <h1 className="page-title wrap-anywhere" id="rule-name" dir="auto">
        {rule.name}
      </h1>
      <p className="lede wrap-anywhere" dir="auto">
        {pagesOfRule(rule)}, {turnsOfRule(rule)}.
      </p>
      <p className="small muted">{say.changed(rule.changedBy, momentWords(rule.changedAt, timeZone))}</p>
      <RuleTroubles rule={rule} />
      <Counts rule={rule} />
      <Lately given={given} undo={actions?.undo ?? null} timeZone={timeZone} />
      <Section id="rule-preview" title={say.preview.title}>
        <Preview preview={preview} />
      </Section>
      {children}
      {actions && <Deleting rule={rule} action={actions.delete} />}
    </KeptFocus>
  );
}

/** How many pages it gave to whom. What was taken back doesn't count. */
function Counts({ rule }: { rule: RuleView }) {
  return (
    <Section id="rule-counts" title={say.columns.given}>
      <ul className="stack-2">
        {rule.people.map(({ id, name, given, isFormer, isNext, isPassedOver }) => (
          <li key={id}>
            <bdi>{name}</bdi>: {say.given(given)}
            {isNext && <small className="muted"> ({say.next})</small>}
            {isFormer && <small className="muted"> ({say.former})</small>}
            {isPassedOver && !isFormer && <small className="muted"> ({say.passedOver})</small>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Lately(props: Pick<Props, "given" | "timeZone"> & { readonly undo: FormAction | null }) {
  const { given, undo, timeZone } = props;
  return (
    <Section id="rule-lately" title={say.lately.title}>
      {given.length === 0 ? (
        <p className="muted">{say.lately.none}</p>
      ) : (
        <ul className="stack-3">
          {given.map((one) => (
            <li key={one.actId} className="cluster wrap-anywhere">
              <span>
                <GivenPage given={one} /> {one.to !== null && <bdi>{say.lately.to(one.to)}</bdi>}
              </span>
              <time className="small muted" dateTime={one.at}>
                {momentWords(one.at, timeZone)}
              </time>
              {one.isUndone && <span className="small">{say.lately.undone}</span>}
              {undo && !one.isUndone && (
                <ActButton
                  action={undo}
                  hidden={{ actId: one.actId }}
                  label={say.lately.undo}
                  of={one.title ?? say.preview.untitled}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function GivenPage({ given: { href, title } }: { given: GivenView }) {
  const called = <bdi>{title ?? say.preview.untitled}</bdi>;
  if (href === null) return called;
  return (
    <Link href={href} prefetch={false}>
      {called}
    </Link>
  );
}

function Deleting({ rule, action }: { rule: RuleView; action: FormAction }) {
  const router = useRouter();
  const [asks, setAsks] = useState(false);
  return (
    <Section id="rule-delete" title={say.delete.title}>
      <button type="button" className="btn btn--danger" onClick={() => setAsks(true)}>
        {say.delete.button}
      </button>
      {asks && (
        <AskDialog
          undrafted="nothing-typed"
          action={action}
          hidden={{ ruleId: rule.id }}
          title={say.delete.title}
          note={<p dir="auto">{say.delete.ask(rule.name)}</p>}
          confirm={say.delete.confirm}
          isDanger
          onDone={() => router.push("/desk/assigning")}
          onClose={() => setAsks(false)}
        />
      )}
    </Section>
  );
}
