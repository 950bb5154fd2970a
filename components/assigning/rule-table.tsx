import Link from "next/link";
import { ActButton } from "#components/ui/act-button";
import { Section } from "#components/ui/section";
import { TableHead } from "#components/ui/table-head";
import type { RuleList, RuleView } from "#lib/domain/assigning";
import type { FormAction } from "#lib/domain/form-state";
import * as words from "#lib/words";
import { pagesOfRule } from "#lib/words/assigning";
import { momentWords } from "#lib/words/moments";
import { RuleTroubles } from "./rule-troubles";

const say = words.assigning;
const { columns } = say;

interface Props {
  readonly rules: readonly RuleView[];
  /** Null where this person may not. */
  readonly move: FormAction | null;
}

/** All rules, the first one first. */
export function RuleTable({ rules, move }: Props) {
  const { order, ...others } = columns;
  return (
    <table className="cards">
      <caption className="sr">{say.list}</caption>
      <TableHead columns={move === null ? others : columns} />
      <tbody>
        {rules.map((rule, i) => (
          <tr key={rule.id}>
            <th scope="row">
              <Link href={`/desk/assigning/${rule.id}`}>
                <bdi>{rule.name}</bdi>
              </Link>
              <span className="block regular small" dir="auto">
                {pagesOfRule(rule)}
              </span>
              <RuleTroubles rule={rule} />
            </th>
            <td data-l={columns.people}>
              <Turns rule={rule} />
            </td>
            <td data-l={columns.given}>
              {say.given(rule.people.reduce((sum, { given }) => sum + given, 0))}
            </td>
            {move && (
              <td data-l={order}>
                <div className="cluster">
                  {i > 0 && <Move rule={rule} way="UP" action={move} />}
                  {i < rules.length - 1 && <Move rule={rule} way="DOWN" action={move} />}
                </div>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Move({ rule, way, action }: { rule: RuleView; way: "UP" | "DOWN"; action: FormAction }) {
  const label = way === "UP" ? say.up : say.down;
  return <ActButton action={action} hidden={{ ruleId: rule.id, way }} label={label} of={rule.name} />;
}

function Turns({ rule }: { rule: RuleView }) {
  return (
    <ol className="plain stack-2">
      {rule.people
        .filter(({ isFormer }) => !isFormer)
        .map(({ id, name, isNext, isPassedOver }) => (
          <li key={id}>
            <bdi>{name}</bdi>
            {isNext && <small className="muted"> ({say.next})</small>}
            {isPassedOver && <small className="muted"> ({say.passedOver})</small>}
          </li>
        ))}
    </ol>
  );
}

/** Those that were deleted last, each with the way back. */
export function DeletedRules(props: {
  readonly deleted: RuleList["deleted"];
  readonly bringBack: FormAction;
  readonly timeZone: string;
}) {
  return (
    <Section id="deleted-rules" title={say.deleted.title}>
      <ul className="stack-3">
        {props.deleted.map(({ id, name, at }) => (
          <li key={id} className="cluster wrap-anywhere">
            <b>
              <bdi>{name}</bdi>
            </b>
            <span className="small muted">{say.deleted.when(momentWords(at, props.timeZone))}</span>
            <ActButton action={props.bringBack} hidden={{ ruleId: id }} label={say.deleted.back} of={name} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
