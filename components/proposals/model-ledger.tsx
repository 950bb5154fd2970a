import Link from "next/link";
import { Facts } from "#components/ui/facts";
import { Section } from "#components/ui/section";
import { TableHead } from "#components/ui/table-head";
import type { LanguageModel } from "#lib/domain/language-model";
import {
  type ModelLedger as Ledger,
  leftOf,
  type ModelRequestView,
  type ModelUse,
  PROPOSAL_FATES,
} from "#lib/domain/proposals";
import * as words from "#lib/words";
import { momentWords } from "#lib/words/moments";

const say = words.proposals.ledger;
const { columns, requestColumns } = say;
const ADDRESS = "/admin/language-model";

interface Props {
  readonly model: Omit<LanguageModel, "key" | "url"> & { readonly host: string };
  readonly ledger: Ledger;
  /** Does the list of requests begin at an older one? */
  readonly isOlder: boolean;
  readonly timeZone: string;
}

/** What the language model was asked for, what that cost, and what became of it. */
export function ModelLedger({ model, ledger, isOlder, timeZone }: Props) {
  const { currency, budget } = model;
  const amount = (inUnit: number) =>
    budget.unit === "TOKENS" ? say.tokens(inUnit) : say.money(inUnit, currency);
  const whole = leftOf(model, { tokens: 0, cost: 0 });
  const left = leftOf(model, ledger.spent);
  return (
    <>
      <Section id="model-facts" title={say.facts}>
        <Facts
          rows={[
            [say.model, model.name],
            [say.host, model.host],
            [say.prices, say.priceWords(model.priceIn, model.priceOut, currency)],
            [say.budget, amount(whole)],
            [say.spent, amount(whole - left)],
            [say.left, amount(Math.max(0, left))],
          ]}
        />
        <p className="small muted mt-3">{say.month}</p>
      </Section>
      <Section id="model-uses" title={say.byUse}>
        <Uses
          name={say.useColumn}
          uses={ledger.byUse.map((use) => ({ ...use, id: use.use, name: words.proposals.uses[use.use] }))}
          currency={currency}
        />
      </Section>
      <Section id="model-people" title={say.byPerson}>
        <Uses name={say.personColumn} uses={ledger.byPerson} currency={currency} />
      </Section>
      <Section id="model-requests" title={say.requests}>
        <Requests requests={ledger.requests} timeZone={timeZone} />
        <nav className="cluster mt-4" aria-label={say.pages}>
          {isOlder && <Link href={ADDRESS}>{say.newest}</Link>}
          {ledger.before !== null && (
            <Link href={`${ADDRESS}?before=${ledger.before}`} rel="next">
              {say.older}
            </Link>
          )}
        </nav>
      </Section>
    </>
  );
}

function Uses(props: {
  name: string;
  uses: readonly (ModelUse & { readonly id: string; readonly name: string })[];
  currency: string;
}) {
  if (props.uses.length === 0) return <p className="muted">{say.none}</p>;
  return (
    <table className="cards">
      <TableHead columns={{ ...columns, name: props.name }} />
      <tbody>
        {props.uses.map((use) => (
          <tr key={use.id}>
            <th scope="row">
              <bdi>{use.name}</bdi>
            </th>
            <td data-l={columns.asked}>
              {say.asked(use.asked)}
              {use.failed > 0 && <p className="xs muted">{say.failed(use.failed)}</p>}
              {use.refused > 0 && <p className="xs muted">{say.overBudget(use.refused)}</p>}
            </td>
            <td data-l={columns.cost}>
              {say.money(use.cost, props.currency)}
              <p className="xs muted">{say.tokens(use.tokens)}</p>
            </td>
            <td data-l={columns.fates}>
              <Fates fates={use.fates} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const FATES = [...PROPOSAL_FATES, "OPEN"] as const;

function Fates({ fates }: Pick<ModelUse, "fates">) {
  const some = FATES.filter((fate) => fates[fate] > 0);
  if (some.length === 0) return say.noProposals;
  return (
    <ul>
      {some.map((fate) => (
        <li key={fate}>{say.fate(fate, fates[fate])}</li>
      ))}
    </ul>
  );
}

function Requests({ requests, timeZone }: { requests: readonly ModelRequestView[]; timeZone: string }) {
  if (requests.length === 0) return <p className="muted">{say.noRequests}</p>;
  return (
    <table className="cards">
      <TableHead columns={requestColumns} />
      <tbody>
        {requests.map((request) => (
          <OneRequest key={request.id} request={request} timeZone={timeZone} />
        ))}
      </tbody>
    </table>
  );
}

function OneRequest({ request, timeZone }: { request: ModelRequestView; timeZone: string }) {
  const { at, byName, use, claimId, versionId, model, prompt, outcome, fault, ms, cost, currency } = request;
  const { tokensIn, tokensOut, tokens } = request;
  const isKnown = tokensIn !== null && tokensOut !== null;
  return (
    <tr>
      <th scope="row">
        <time dateTime={at}>{momentWords(at, timeZone)}</time>
        <p className="regular xs">
          <bdi>{byName}</bdi>
        </p>
      </th>
      <td data-l={requestColumns.use}>
        {words.proposals.uses[use]}
        <p className="xs">
          {claimId === null ? (
            <Link href={`/desk/articles/${versionId}`} prefetch={false}>
              {say.page}
            </Link>
          ) : (
            <Link href={`/desk/claims/${claimId}`} prefetch={false}>
              {say.claim}
            </Link>
          )}
        </p>
        <p className="xs muted wrap-anywhere">{say.promptOf(model, prompt)}</p>
      </td>
      <td data-l={requestColumns.outcome}>
        {say.outcomes[outcome]}
        {fault !== null && <p className="xs muted">{say.shortFaults[fault]}</p>}
        {ms !== null && <p className="xs muted">{say.took(ms)}</p>}
      </td>
      <td data-l={requestColumns.cost}>
        {say.money(cost, currency)}
        {outcome !== "REFUSED" && (
          <p className="xs muted">{isKnown ? say.inOut(tokensIn, tokensOut) : say.atMost(tokens)}</p>
        )}
      </td>
    </tr>
  );
}
