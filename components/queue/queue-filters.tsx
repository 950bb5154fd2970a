import Link from "next/link";
import { ChipList } from "#components/ui/chip-list";
import { Field } from "#components/ui/field";
import { SearchBox } from "#components/ui/search-box";
import { READER_LABELS, SOURCINGS } from "#lib/domain/labels";
import { ReaderLabel, Sourcing } from "#lib/domain/labels-shapes";
import { LANGUAGES_OFFERED } from "#lib/domain/queue-facets";
import { isNarrowed, type QueueFilters, type QueueQuery, QueueSort, without } from "#lib/domain/queue-query";
import {
  FILTER_LENGTH,
  FILTER_NAMES,
  type FilterName,
  plainQueue,
  queueSearch,
} from "#lib/domain/queue-search";
import { ReviewKind, ReviewState } from "#lib/domain/reviews";
import * as words from "#lib/words";
import { shortDay } from "#lib/words/date-words";
import { firstWords } from "#lib/words/lists";
import { PublisherFilter, SpeakerFilter } from "./named-filters";

const said = words.queueList;

export interface Named {
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly query: QueueQuery;
  readonly people: readonly Named[];
  readonly feeds: readonly Named[];
  /** The wording of the claim that the list is narrowed to; null where it isn't, or there is no such claim. */
  readonly claim: string | null;
  /** What couldn't be asked. */
  readonly ignored: readonly FilterName[];
}

/** What the list is narrowed by. A plain form that asks for an address: it works without a script, and the address can be passed on. */
export function NarrowQueue({ query, people, feeds, claim, ignored }: Props) {
  const { filters } = query;
  return (
    <search aria-label={said.narrow}>
      {/* Another list is another form: what stood in the old one must not stay. */}
      <form key={queueSearch(query)} className="stack-3" action="/desk" method="get">
        <input type="hidden" name="view" value={query.view} />
        <input type="hidden" name="sort" value={query.sort} />
        <div className="searchbar">
          <SearchBox
            id="queue-search"
            typed={filters.search}
            label={said.search}
            button={said.searchButton}
            maxLength={FILTER_LENGTH}
          />
        </div>
        <details>
          <summary>{said.moreFilters}</summary>
          <div className="q-filters">
            <Fields query={query} people={people} feeds={feeds} />
          </div>
          <button className="btn" type="submit">
            {said.apply}
          </button>
        </details>
      </form>
      <Orders query={query} />
      <Quick query={query} />
      <Chips query={query} names={{ people, feeds, claim }} />
      {ignored.length > 0 && (
        <p className="note small" role="status">
          {said.ignored(ignored.map((name) => said.filters[name]).join(", "))}
        </p>
      )}
    </search>
  );
}

function Fields({ query: { filters }, people, feeds }: Omit<Props, "ignored" | "claim">) {
  const named = (all: readonly Named[]) => all.map(({ id, name }) => [id, name] as const);
  return (
    <>
      <Filter
        name="label"
        filters={filters}
        options={READER_LABELS.map((label) => [label, words.labels[label].badge])}
      />
      <Filter name="sourcing" filters={filters} options={entries(SOURCINGS, words.desk.sourcing)} />
      <Filter name="unsure" filters={filters} options={[["yes", said.yes]]} />
      <Filter name="prediction" filters={filters} options={[["yes", said.yes]]} />
      <Filter name="kind" filters={filters} options={entries(ReviewKind.options, said.kinds)} />
      <Filter
        name="state"
        filters={filters}
        options={[["NONE", said.noState], ...entries(ReviewState.options, words.desk.queue.states)]}
      />
      <Filter name="person" filters={filters} options={named(people)} />
      <Filter name="feed" filters={filters} options={named(feeds)} />
      <PublisherFilter value={filters.publisher ?? ""} />
      <SpeakerFilter value={filters.speaker ?? ""} />
      <Filter name="language" filters={filters} options={LANGUAGES} />
      <Typed name="from" value={filters.from} />
      <Typed name="to" value={filters.to} />
      {filters.claim !== undefined && <input type="hidden" name="claim" value={filters.claim} />}
    </>
  );
}

const LANGUAGES = LANGUAGES_OFFERED.map((code) => [code, said.languageName(code)] as const).sort(
  ([, a], [, b]) => a.localeCompare(b, words.language),
);

/** What is chosen and not among what is offered, in words. */
const OTHER: { readonly [Name in FilterName]?: (value: string) => string } = {
  language: said.languageName,
  feed: () => said.ofFeed,
};

type Options = readonly (readonly [value: string, words: string])[];

const entries = <Code extends string>(
  codes: readonly Code[],
  names: Readonly<Record<Code, string>>,
): Options => codes.map((code) => [code, names[code]]);

function Filter({ name, filters, options }: { name: FilterName; filters: QueueFilters; options: Options }) {
  const value = filters[name] ?? "";
  // One that isn't among them any more (a closed account) stays chosen.
  const isOffered = value === "" || options.some(([one]) => one === value);
  const others: Options = isOffered ? [] : [[value, OTHER[name]?.(value) ?? said.ofPerson]];
  return (
    <Choice
      name={name}
      label={said.filters[name]}
      value={value}
      options={[["", said.any], ...options, ...others]}
    />
  );
}

function Choice(props: { name: string; label: string; value: string; options: Options }) {
  return (
    <Field id={`queue-${props.name}`} label={props.label}>
      {(control) => (
        <select {...control} name={props.name} defaultValue={props.value}>
          {props.options.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Typed({ name, value }: { readonly name: "from" | "to"; readonly value: string | undefined }) {
  return (
    <Field id={`queue-${name}`} label={said.filters[name]}>
      {(control) => <input {...control} name={name} type="date" defaultValue={value} autoComplete="off" />}
    </Field>
  );
}

/** The orders that the list can have. */
function Orders({ query }: { query: QueueQuery }) {
  return (
    <ChipList of={said.sort}>
      {QueueSort.options.map((sort) => (
        <li key={sort}>
          <Link
            className={sort === query.sort ? "chip chip--on" : "chip"}
            aria-current={sort === query.sort ? "true" : undefined}
            href={hrefOf({ ...query, sort })}
            prefetch={false}
          >
            {said.sorts[sort]}
          </Link>
        </li>
      ))}
    </ChipList>
  );
}

const QUICK: readonly (readonly [words: string, filters: QueueFilters])[] = [
  [said.unsourced, { sourcing: "NONE" }],
  [said.filters.unsure, { unsure: "yes" }],
  [said.filters.prediction, { prediction: "yes" }],
];

/** Filters that are often used, each one press away. */
function Quick({ query }: { query: QueueQuery }) {
  const open = QUICK.filter(([, more]) => Object.keys(more).every((name) => !(name in query.filters)));
  if (open.length === 0) return null;
  return (
    <ChipList of={said.quick}>
      {open.map(([name, more]) => (
        <li key={name}>
          <Link
            className="chip"
            href={hrefOf({ ...query, filters: { ...query.filters, ...more } })}
            prefetch={false}
          >
            {name}
          </Link>
        </li>
      ))}
    </ChipList>
  );
}

function Chips(props: { query: QueueQuery; names: Pick<Props, "people" | "feeds" | "claim"> }) {
  const { query, names } = props;
  if (!isNarrowed(query)) return null;
  const active = FILTER_NAMES.flatMap((name) => {
    const value = query.filters[name];
    return value === undefined ? [] : [{ name, value: valueWords(name, value, names) }];
  });
  return (
    <ChipList of={said.active}>
      {active.map(({ name, value }) => (
        <li key={name}>
          <Link className="chip chip--on" href={hrefOf(without(query, name))} prefetch={false}>
            <span className="sr">{said.remove(`${said.filters[name]}: ${value}`)}</span>
            <span aria-hidden="true" dir="auto">
              {said.filters[name]}: {value} ×
            </span>
          </Link>
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <Link href={hrefOf({ ...plainQueue(query.view), sort: query.sort })}>{said.clear}</Link>
        </li>
      )}
    </ChipList>
  );
}

const hrefOf = (query: QueueQuery): string => `/desk?${queueSearch(query)}`;

/** What a filter asks for, as a person reads it. */
function valueWords(
  name: FilterName,
  value: string,
  { people, feeds, claim }: Pick<Props, "people" | "feeds" | "claim">,
): string {
  const nameIn = (all: readonly Named[], other: string) => all.find(({ id }) => id === value)?.name ?? other;
  switch (name) {
    case "kind":
      return said.kinds[ReviewKind.parse(value)];
    case "state":
      return value === "NONE" ? said.noState : words.desk.queue.states[ReviewState.parse(value)];
    case "label":
      return words.labels[ReaderLabel.parse(value)].badge;
    case "sourcing":
      return words.desk.sourcing[Sourcing.parse(value)];
    case "unsure":
    case "prediction":
      return said.yes;
    case "person":
      return nameIn(people, said.ofPerson);
    case "feed":
      return nameIn(feeds, said.ofFeed);
    case "claim":
      return claim === null ? said.ofClaim : firstWords(claim, 60);
    case "language":
      return said.languageName(value);
    case "from":
    case "to":
      return shortDay(value);
    default:
      return value;
  }
}
