import type { CalendarDate } from "#lib/domain/analysis";
import { saidWords } from "#lib/domain/content-pieces";
import type { ReaderLabel } from "#lib/domain/labels";
import { EVERY_PROMISE, FILTER_NAMES, type LedgerFilter } from "#lib/domain/promise-ledger";
import type { TemplateKey } from "#lib/domain/promise-template";
import type { Appearance } from "#lib/domain/published";
import { MOST_BEFORE } from "#lib/domain/template-tellings";
import * as words from "#lib/words";
import { dayRange, shortDay } from "#lib/words/date-words";
import { isolated } from "#lib/words/lists";
import { hrefOf } from "./claim-view";
import { dueSentence } from "./due";
import { quotation } from "./quotation";
import { templateHref } from "./template-view";

/** The ledger of promises, as readers see it: where each filter is, and a promise in the list. */

const w = words.promiseLedger;
const SHOWN = 240;

/** What an address of the ledger says, with its `?`; empty for all of it. */
export function ledgerQuery(filter: LedgerFilter): string {
  const said = FILTER_NAMES.flatMap((name) => {
    const value = filter[name];
    return value === null ? [] : [[name, value]];
  });
  return said.length === 0 ? "" : `?${new URLSearchParams(said)}`;
}

export const ledgerHref = (filter: Partial<LedgerFilter>): string =>
  `/promises${ledgerQuery({ ...EVERY_PROMISE, ...filter })}`;

/** Whether anything but the state narrows the list. */
export const isNarrowed = (filter: LedgerFilter): boolean =>
  FILTER_NAMES.some((name) => name !== "state" && filter[name] !== null);

/** A name that leads to the promises that are made under it. */
export interface LedgerName {
  readonly name: string;
  readonly href: string;
}

export interface LedgerCard {
  readonly key: string;
  readonly href: string;
  readonly words: string;
  readonly language: string | null;
  readonly label: ReaderLabel;
  readonly speaker: LedgerName | null;
  readonly publisher: LedgerName | null;
  /** "Said on …, for …". */
  readonly when: string;
  /** Where it stands today, or what a person recorded; `rest` is the same sentence further on, and may be empty. */
  readonly state: string;
  readonly rest: string;
  readonly claimHref: string | null;
  /** "Promised 6 times", and where all of them are; null where it was told once, or its words make no template. */
  readonly template: { readonly words: string; readonly href: string } | null;
}

/** `told` says how often templates were told, up to one more than `MOST_BEFORE`. */
export function ledgerCard(
  appearance: Appearance,
  told: ReadonlyMap<TemplateKey, number>,
  today: CalendarDate,
): LedgerCard | null {
  const { article, post, statement } = appearance;
  const { prediction, speaker, claim, template } = statement;
  if (prediction === null) return null;
  const { dueFrom, dueTo } = prediction;
  const promised = dueFrom === null || dueTo === null ? null : dayRange(dueFrom, dueTo);
  const [state = "", ...rest] = dueSentence(prediction, today).split(/(?<=\.) /);
  return {
    key: `${article.slug} ${statement.number}`,
    href: hrefOf(appearance),
    words: quotation(saidWords(statement), SHOWN),
    language: article.language,
    label: statement.label,
    speaker: speaker && { name: speaker.name, href: ledgerHref({ speaker: speaker.name }) },
    publisher:
      article.publisher === null
        ? null
        : { name: article.publisher, href: ledgerHref({ publisher: article.publisher }) },
    when: w.when(post.date === null ? null : shortDay(post.date), promised),
    state: state.replace(/\.$/, ""),
    rest: rest.join(" "),
    claimHref: claim && `/claims/${claim.slug}`,
    template: template ? oftenTold(template.key, told.get(template.key) ?? 0) : null,
  };
}

function oftenTold(key: TemplateKey, n: number): LedgerCard["template"] {
  if (n < 2) return null;
  const { often, many, times } = words.promiseTemplates;
  return { words: often(n > MOST_BEFORE ? many(MOST_BEFORE) : times(n)), href: templateHref(key) };
}

/** What the list holds, in words: its state and what else narrows it. */
export function ledgerTitle(filter: LedgerFilter): string {
  const { state, publisher, speaker, q } = filter;
  const parts = [
    ...(q === null ? [] : [w.saying(isolated(q))]),
    ...(speaker === null ? [] : [w.by(isolated(speaker))]),
    ...(publisher === null ? [] : [w.on(isolated(publisher))]),
    ...days(filter),
  ];
  return [w.titles[state ?? "all"], ...parts].join(" ");
}

function days({ from, to }: LedgerFilter): string[] {
  if (from !== null && to !== null) return [w.between(shortDay(from), shortDay(to))];
  if (from !== null) return [w.since(shortDay(from))];
  return to === null ? [] : [w.until(shortDay(to))];
}
