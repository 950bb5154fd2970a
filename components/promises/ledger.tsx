import Link from "next/link";
import { Field } from "#components/ui/field";
import { LabelBadge } from "#components/ui/label";
import { type LedgerCounts, type LedgerFilter, STATES_SHOWN } from "#lib/domain/promise-ledger";
import { type LedgerCard, type LedgerName, ledgerHref } from "#lib/publish/promise-list";
import * as words from "#lib/words";

const w = words.promiseLedger;

/** What narrows the ledger: a plain form that asks the same address, open where anything narrows it. The state is kept; it is chosen below. */
export function LedgerFilterForm({ filter, hasClear }: { filter: LedgerFilter; hasClear: boolean }) {
  return (
    <search aria-label={w.filter.label} className="no-print">
      <details className="ledger-narrow mt-6" open={hasClear} suppressHydrationWarning>
        <summary>{w.filter.label}</summary>
        <form className="ledger-filter mt-3" action="/promises">
          {filter.state === null ? null : <input type="hidden" name="state" value={filter.state} />}
          <TextField name="q" value={filter.q} />
          <TextField name="speaker" value={filter.speaker} />
          <TextField name="publisher" value={filter.publisher} />
          <DayField name="from" value={filter.from} />
          <DayField name="to" value={filter.to} />
          <div className="cluster items-center">
            <button className="btn btn--main" type="submit">
              {w.filter.submit}
            </button>
            {hasClear ? <Link href={ledgerHref({ state: filter.state })}>{w.clear}</Link> : null}
          </div>
          <small className="small muted">{w.filter.hint}</small>
        </form>
      </details>
    </search>
  );
}

function TextField({ name, value }: { name: "q" | "speaker" | "publisher"; value: string | null }) {
  return (
    <Field id={`promises-${name}`} label={w.filter[name]}>
      {(control) => (
        <input
          {...control}
          type={name === "q" ? "search" : "text"}
          name={name}
          defaultValue={value ?? ""}
          maxLength={name === "q" ? 1000 : 200}
          dir="auto"
          autoComplete="off"
        />
      )}
    </Field>
  );
}

function DayField({ name, value }: { name: "from" | "to"; value: string | null }) {
  return (
    <Field id={`promises-${name}`} label={w.filter[name]}>
      {(control) => <input {...control} type="date" name={name} defaultValue={value ?? ""} />}
    </Field>
  );
}

/** The states, each with how many promises it has under the same other filters. */
export function LedgerStates({ filter, counts }: { filter: LedgerFilter; counts: LedgerCounts }) {
  const links = [null, ...STATES_SHOWN].map((state) => ({
    href: ledgerHref({ ...filter, state }),
    words: w.states[state ?? "all"],
    n: state === null ? counts.all : counts.of[state],
    isHere: filter.state === state,
  }));
  return (
    <nav className="nav mt-6" aria-label={w.where}>
      {links.map(({ href, words: said, n, isHere }) => (
        <Link key={href} href={href} aria-current={isHere ? "page" : undefined}>
          {said} <span className="ledger-count">{w.count(n, counts.most)}</span>
        </Link>
      ))}
    </nav>
  );
}

/** Promises in a list: the words and who said them on the left, where it stands on the right. */
export function LedgerItems({ cards }: { cards: readonly LedgerCard[] }) {
  return (
    <ul className="items mt-6">
      {cards.map((card) => (
        <li key={card.key}>
          <div>
            <h2 className="item-title">
              <Link href={card.href} dir="auto" lang={card.language ?? undefined}>
                {card.words}
              </Link>
            </h2>
            <p className="meta">
              <LabelBadge label={card.label} /> <Name of={card.speaker} />
              <Name of={card.publisher} />
              {card.when}
              {card.claimHref === null ? null : (
                <>
                  {". "}
                  <Link href={card.claimHref}>{w.claim}</Link>
                </>
              )}
              {card.template === null ? null : (
                <>
                  {". "}
                  <Link href={card.template.href}>{card.template.words}</Link>
                </>
              )}
            </p>
          </div>
          <p className="side">
            <b>{card.state}</b>
            {card.rest}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Name({ of }: { of: LedgerName | null }) {
  return of === null ? null : (
    <>
      <Link href={of.href} dir="auto">
        {of.name}
      </Link>
      {". "}
    </>
  );
}
