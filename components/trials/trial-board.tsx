import Link from "next/link";
import { NavLinks } from "#components/ui/nav-links";
import { Section } from "#components/ui/section";
import type { Reason } from "#lib/domain/reasons";
import { type RuleVersion, ruleKey } from "#lib/domain/rule-versions";
import {
  FLOOR,
  isBelowFloor,
  type Precision,
  type RuleSwitchView,
  type RuleTrial,
  type TrialCount,
  type TrialField,
  trialsByWeek,
} from "#lib/domain/suggestion-trials";
import * as words from "#lib/words";
import { shortDay } from "#lib/words/date-words";
import { reasonWords } from "#lib/words/reason-words";
import { TrialChart } from "./trial-chart";

const said = words.suggestionTrials;

/** Which field of which rule is looked at closely. */
export interface Chosen {
  readonly trial: RuleTrial;
  readonly field: TrialField;
}

const trialHref = ({ rule, version }: RuleVersion, field: TrialField): string =>
  `/desk/suggestions?${new URLSearchParams({ rule, version, field })}#closer`;

/** A share with its range, or that there are too few. */
function trialWords({ share, low, high }: Precision): string {
  return share === null || low === null || high === null ? said.tooFew : said.share(share, low, high);
}

/** Every rule and version, with all that is judged of it. */
export function TrialTable({
  trials,
  off,
}: {
  trials: readonly RuleTrial[];
  off: readonly RuleSwitchView[];
}) {
  const isOff = new Set(off.map(ruleKey));
  return (
    <Section id="rules" title={said.byRule}>
      {trials.length === 0 ? (
        <p className="muted">{said.none}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is scrolled with the keyboard, too
        <section className="scroll" tabIndex={0} aria-label={said.table}>
          <table className="trials">
            <caption className="sr">{said.table}</caption>
            <thead>
              <tr>
                <th scope="col">{said.rule}</th>
                <th scope="col">{said.field}</th>
                <th scope="col">{said.right}</th>
                <Numbers as="th" values={[said.judged, said.changed, said.removed]} />
              </tr>
            </thead>
            {trials.map((trial) => (
              <RuleRows key={ruleKey(trial)} trial={trial} isOff={isOff.has(ruleKey(trial))} />
            ))}
          </table>
        </section>
      )}
      <p className="small muted mt-3">
        {said.floor(FLOOR)} {said.definition}
      </p>
      <p className="small muted mt-3">{said.sample}</p>
    </Section>
  );
}

function RuleRows({ trial, isOff }: { trial: RuleTrial; isOff: boolean }) {
  const { rule, version, fields } = trial;
  return (
    <tbody>
      {fields.map((one, at) => (
        <tr key={one.field}>
          {at === 0 && (
            <th scope="rowgroup" rowSpan={fields.length} className="regular">
              <Link href={trialHref(trial, one.field)}>{words.ruleNames.called(rule)}</Link>
              <span className="block small muted wrap-anywhere">
                {words.ruleNames.code(rule, version)}
                {isOff && <b> · {said.isOff}</b>}
              </span>
            </th>
          )}
          <th scope="row" className="regular">
            {said.fields[one.field]}
          </th>
          <td>
            {trialWords(one)}
            {isBelowFloor(one) && <b className="block">{said.below(FLOOR)}</b>}
          </td>
          <Numbers as="td" values={[one.n, one.changed, one.removed]} />
        </tr>
      ))}
    </tbody>
  );
}

function Numbers({ as: Cell, values }: { as: "th" | "td"; values: readonly (string | number)[] }) {
  return values.map((value, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: three columns that never move
    <Cell key={at} className="num" {...(Cell === "th" ? { scope: "col" } : {})}>
      {value}
    </Cell>
  ));
}

/** One rule, week by week, with an example of its reason. */
export function TrialCloser(props: {
  readonly chosen: Chosen;
  readonly counts: readonly TrialCount[];
  readonly example: { readonly versionId: string; readonly exact: string; readonly reason: Reason } | null;
}) {
  const { chosen, counts, example } = props;
  const { trial, field } = chosen;
  const weeks = trialsByWeek(counts, { ...trial, field });
  return (
    <Section id="closer" title={said.closer(words.ruleNames.called(trial.rule), trial.version)}>
      {example === null ? (
        <p className="muted">{said.noExample}</p>
      ) : (
        <div className="measure stack-3">
          <p>
            <b>{said.example}:</b> <span dir="auto">{reasonWords(example.reason)}</span>
          </p>
          <p>
            {said.exampleOf} <q dir="auto">{example.exact}</q>{" "}
            <Link href={`/desk/articles/${example.versionId}`} prefetch={false}>
              {said.open}
            </Link>
          </p>
        </div>
      )}
      <NavLinks
        of={said.choose}
        links={trial.fields.map((one) => ({
          href: trialHref(trial, one.field),
          words: said.fields[one.field],
          isHere: one.field === field,
        }))}
      />
      <h3 className="mt-5">{said.byWeek(said.fields[field])}</h3>
      <TrialChart weeks={weeks} />
      <table className="mt-6">
        <caption className="sr">{said.byWeek(said.fields[field])}</caption>
        <thead>
          <tr>
            <th scope="col">{said.week}</th>
            <th scope="col">{said.right}</th>
            <Numbers as="th" values={[said.judged, said.changed, said.removed]} />
          </tr>
        </thead>
        <tbody>
          {weeks.map((one) => (
            <tr key={one.week}>
              <th scope="row" className="regular">
                {shortDay(one.week)}
              </th>
              <td>{trialWords(one)}</td>
              <Numbers as="td" values={[one.n, one.changed, one.removed]} />
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
