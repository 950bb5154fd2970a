import type { CalendarDate } from "#lib/domain/analysis";
import type { OutcomeResult } from "#lib/domain/labels";
import { daysBetween } from "#lib/domain/predictions";
import type { TemplateKey } from "#lib/domain/promise-template";
import type { Appearance } from "#lib/domain/published";
import type { BeforeView } from "#lib/domain/reader-view";
import {
  type Telling,
  type TemplateSummary,
  type ToldBefore,
  templateSummary,
} from "#lib/domain/template-tellings";
import * as words from "#lib/words";
import { dayRange, longDay, shortDay } from "#lib/words/date-words";
import { isolated } from "#lib/words/lists";
import { hrefOf } from "./claim-view";
import { dueSentence } from "./due";

/** A template as readers see it: its numbers in words, and its tellings in rows. */

const w = words.promiseTemplates;

export const templateHref = (key: TemplateKey): string => `/promises/${encodeURIComponent(key)}`;

/** How a feed of its tellings names it. */
export const templateQuery = (key: TemplateKey): string => `?${new URLSearchParams({ key })}`;

interface Told {
  readonly tellings: readonly Telling[];
  readonly isCut: boolean;
}

/** "Promised 6 times since 11 March 2019. 5 fell due; none is recorded to have happened. 5 are overdue …". */
export function toldSentences({ tellings, isCut }: Told, today: CalendarDate): string {
  return sentences(templateSummary(tellings, today), isCut, w.promised);
}

/** The same of the tellings before one. */
function beforeSentences({ tellings, isCut }: Told, today: CalendarDate): string {
  return sentences(templateSummary(tellings, today), isCut, w.before);
}

export function beforeView(told: ToldBefore | null | undefined, today: CalendarDate): BeforeView | null {
  if (!told || told.tellings.length === 0) return null;
  return { sentences: beforeSentences(told, today), href: templateHref(told.key) };
}

function sentences(
  { times, since, fellDue, recorded, overdue, medianOverdue }: TemplateSummary,
  isCut: boolean,
  begin: (times: string, since: string | null) => string,
): string {
  const often = isCut ? w.many(times) : times === 1 ? w.once : w.times(times);
  const { HAPPENED, PARTLY, DID_NOT_HAPPEN, UNRESOLVABLE } = recorded;
  const became = [
    w.fellDue(fellDue, times),
    ...(fellDue > 0 || HAPPENED > 0 ? [w.happened(HAPPENED)] : []),
    ...(PARTLY > 0 ? [w.partly(PARTLY)] : []),
    ...(DID_NOT_HAPPEN > 0 ? [w.didNot(DID_NOT_HAPPEN)] : []),
    ...(UNRESOLVABLE > 0 ? [w.untold(UNRESOLVABLE)] : []),
  ].join(words.lists.semicolon);
  const late = medianOverdue === null ? "" : ` ${w.overdue(medianOverdue, overdue)}`;
  return `${begin(often, since === null || isCut ? null : longDay(since))} ${became}.${late}`;
}

/** A template's words in pieces: slots apart from what is said. */
export function templatePieces(said: string): { readonly text: string; readonly isSlot: boolean }[] {
  return said
    .split(/(\{(?:DATE|AMOUNT|PLACE)\})/u)
    .filter((text) => text !== "")
    .map((text) => {
      const slot = /^\{(DATE|AMOUNT|PLACE)\}$/u.exec(text)?.[1] as keyof typeof w.slots | undefined;
      return slot === undefined ? { text, isSlot: false } : { text: w.slots[slot], isSlot: true };
    });
}

export interface TellingRow {
  readonly key: string;
  readonly href: string;
  readonly said: string;
  readonly promised: string;
  /** Whole days from the day it was said to the last one promised; null where one of them isn't known. */
  readonly ahead: number | null;
  readonly who: string;
  readonly where: string;
  readonly state: string;
  /** Who joined it; null where its words made it one. */
  readonly joinedBy: string | null;
}

export function tellingRows(places: readonly Appearance[], today: CalendarDate): TellingRow[] {
  return places.flatMap((place) => {
    const { article, post, statement } = place;
    const { prediction, speaker, number } = statement;
    if (prediction === null) return [];
    const { dueFrom, dueTo } = prediction;
    return [
      {
        key: `${article.slug} ${number}`,
        href: hrefOf(place),
        said: post.date === null ? w.unknownDay : shortDay(post.date),
        promised: dueFrom === null || dueTo === null ? w.noDay : dayRange(dueFrom, dueTo),
        ahead: post.date === null || dueTo === null ? null : daysBetween(post.date, dueTo),
        who: speaker === null ? w.nobody : isolated(speaker.name),
        where: isolated(article.publisher ?? w.unnamedPage),
        state: dueSentence(prediction, today).replace(/\.$/, ""),
        joinedBy: statement.template?.by === undefined ? null : w.by(isolated(statement.template.by)),
      },
    ];
  });
}

export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly look: "waits" | "open" | "happened" | "not";
}

export interface TimeLine {
  readonly width: number;
  readonly height: number;
  readonly area: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly marks: readonly Mark[];
  /** Beginnings of years (or of several) across and upwards. */
  readonly years: readonly { readonly year: number; readonly x: number | null; readonly y: number | null }[];
  /** Where a promise for the day on which it was said would stand. */
  readonly same: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
  /** Null where today lies outside of the picture. */
  readonly today: { readonly y: number; readonly words: string } | null;
  readonly words: string;
}

/** So many user units of the picture's width for each year that is named. */
const YEAR_WIDTH = 72;
const DAY = 86_400_000;
const at = (day: CalendarDate): number => Date.parse(`${day}T00:00:00Z`) / DAY;
/** Tenths of a user unit are fine enough. */
const round = (n: number): number => Math.round(n * 10) / 10;

/**
 * Tellings by the day on which they were said (across) and the last day promised (upwards), both on one scale of days. Null where fewer than two have
 * both days: there is nothing to see then. `size` in user units.
 */
export function timeLine(
  tellings: readonly Telling[],
  today: CalendarDate,
  size: { readonly width: number; readonly height: number },
): TimeLine | null {
  const drawn = tellings.flatMap(({ said, dueTo, result }) =>
    said === null || dueTo === null ? [] : [{ said, dueTo, result }],
  );
  const [first] = drawn;
  if (first === undefined || drawn.length < 2) return null;
  const saids = drawn.map(({ said }) => said).sort();
  const dues = drawn.map(({ dueTo }) => dueTo).sort();
  const across = scaleOf(saids[0] ?? first.said, saids.at(-1) ?? first.said);
  const upwards = scaleOf(dues[0] ?? first.dueTo, [dues.at(-1) ?? first.dueTo, today].sort().at(-1) ?? today);
  const area = { left: 56, right: size.width - 16, top: 28, bottom: size.height - 44 };
  const x = (day: number) => round(area.left + across.part(day) * (area.right - area.left));
  const y = (day: number) => round(area.bottom - upwards.part(day) * (area.bottom - area.top));
  const from = Math.max(across.from, upwards.from);
  const to = Math.min(across.to, upwards.to);
  return {
    ...size,
    area,
    marks: drawn.map(({ said, dueTo, result }) => ({
      x: x(at(said)),
      y: y(at(dueTo)),
      look: lookOf(result, dueTo >= today),
    })),
    years: yearsOf(across, upwards, x, y, size.width / YEAR_WIDTH),
    same: from < to ? { x1: x(from), y1: y(from), x2: x(to), y2: y(to) } : { x1: 0, y1: 0, x2: 0, y2: 0 },
    today: upwards.holds(at(today)) ? { y: y(at(today)), words: w.today(shortDay(today)) } : null,
    words: w.drawn(drawn.length, longDay(saids[0] ?? first.said), longDay(saids.at(-1) ?? first.said)),
  };
}

function lookOf(result: OutcomeResult | null, isOpen: boolean): Mark["look"] {
  if (result === "HAPPENED" || result === "PARTLY") return "happened";
  if (result === "DID_NOT_HAPPEN") return "not";
  return isOpen && result === null ? "open" : "waits";
}

function scaleOf(first: CalendarDate, last: CalendarDate) {
  const pad = Math.max(20, (at(last) - at(first)) * 0.04);
  const [from, to] = [at(first) - pad, at(last) + pad];
  return {
    from,
    to,
    part: (day: number) => (day - from) / (to - from),
    holds: (day: number) => day >= from && day <= to,
  };
}

type Scale = ReturnType<typeof scaleOf>;

function yearsOf(
  across: Scale,
  upwards: Scale,
  x: (day: number) => number,
  y: (day: number) => number,
  most: number,
) {
  const yearOf = (day: number) => new Date(day * DAY).getUTCFullYear();
  const [first, last] = [
    Math.min(yearOf(across.from), yearOf(upwards.from)),
    Math.max(yearOf(across.to), yearOf(upwards.to)),
  ];
  const step = Math.max(1, Math.ceil((last - first) / most));
  const years: TimeLine["years"][number][] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
    const day = at(`${String(year).padStart(4, "0")}-01-01`);
    const place = { x: across.holds(day) ? x(day) : null, y: upwards.holds(day) ? y(day) : null };
    if (place.x !== null || place.y !== null) years.push({ year, ...place });
  }
  return years;
}
