import { calendarDate } from "#lib/db/core/calendar";
import { database } from "#lib/db/core/client";
import { Prisma } from "#lib/db/generated/client";
import type { CalendarDate } from "#lib/domain/analysis";
import { OutcomeResult } from "#lib/domain/labels-shapes";
import { type DueCursor, dueCursor } from "#lib/domain/promise-desk";
import { type DuePlace, NO_DUE_DAY, NO_SAID_DAY } from "#lib/domain/promise-ledger";
import type { PromiseTemplate, TemplateKey } from "#lib/domain/promise-template";
import type { ArticlePublication } from "#lib/domain/publications";
import type { Appearance } from "#lib/domain/published";
import {
  MOST_BEFORE,
  MOST_TOLD,
  type Telling,
  type TemplatePage,
  type ToldBefore,
} from "#lib/domain/template-tellings";
import { placesAt } from "./places";
import { askedTwice, Shown } from "./shown";

/**
 * The tellings of templates, of pages that stand alone. Which template a promise stands under is part of what was published of it, so that a join that
 * nobody but its writer has seen is in no list here.
 */

const ON_A_PAGE = 50;
/** Of one page so many promises are asked about. */
const MOST_PROMISES = 6;

interface TellingRow {
  readonly publicationId: string;
  readonly number: number;
  readonly day: Date;
  readonly dueFrom: Date | null;
  readonly due: Date;
  readonly fate: string;
}

const TELLING = Prisma.sql`t."publicationId", t.number, t.day, t."dueFrom", t.due, t.fate::text`;

/** A part of a template's tellings, and the numbers of all of them. Null where nothing that stands is told under it. */
export function publishedTemplate(key: TemplateKey, place: DuePlace | null): Promise<TemplatePage | null> {
  return askedTwice(async () => {
    const page = await templateOnce(key, place);
    return { page, isProven: page?.isProven ?? true };
  }).then(({ page }) => page);
}

async function templateOnce(key: TemplateKey, place: DuePlace | null): Promise<TemplatePage | null> {
  const all = await database().$queryRaw<TellingRow[]>`
    SELECT ${TELLING} FROM "StandingPromise" t WHERE t.template = ${key}
    ORDER BY t.template DESC, t.day DESC, t."publicationId" DESC, t.number DESC LIMIT ${MOST_TOLD + 1}`;
  const [latest] = all;
  if (latest === undefined) return null;
  const isBack = place?.way === "before";
  const found = await partOf(key, place, ON_A_PAGE + 1);
  const goesOn = found.length > ON_A_PAGE;
  const rows = isBack ? found.slice(0, ON_A_PAGE).reverse() : found.slice(0, ON_A_PAGE);
  const { places, isProven } = await placesOf(key, rows);
  const [named] = (await placesOf(key, [latest])).places;
  return {
    key,
    words: named?.statement.template?.words ?? "",
    tellings: all.slice(0, MOST_TOLD).reverse().map(tellingOf),
    isCut: all.length > MOST_TOLD,
    places,
    next: isBack || goesOn ? cursorOf(rows.at(-1)) : null,
    previous: (isBack ? goesOn : place !== null) ? cursorOf(rows[0]) : null,
    isProven: isProven && named !== undefined,
  };
}

/** Its latest tellings, those whose pages were published last before the others: for programs that follow it. Null where nothing that stands is told under it. */
export async function followedTellings(key: TemplateKey): Promise<{
  readonly words: string;
  readonly tellings: readonly { readonly appearance: Appearance; readonly publishedAt: string }[];
} | null> {
  const rows = await placesAt(await partOf(key, null, ON_A_PAGE));
  const shown = await Shown.of(rows.map(({ publicationId }) => publicationId));
  const said = rows.flatMap((row) => {
    const appearance = shown.place(row);
    if (appearance?.statement.template?.key !== key) return [];
    return [{ appearance, publishedAt: row.publishedAt.toISOString() }];
  });
  const [latest] = said;
  if (latest === undefined) return null;
  const words = latest.appearance.statement.template?.words ?? "";
  return { words, tellings: said.sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1)) };
}

/** A template as the telling that was said last has it; null where nothing that stands is told under it. */
export async function knownTemplate(key: TemplateKey): Promise<PromiseTemplate | null> {
  const [place] = (await placesOf(key, await partOf(key, null, 1))).places;
  const words = place?.statement.template?.words;
  return words === undefined ? null : { key, words };
}

/** How often each of these templates is told by pages that stand; counted up to one more than a hundred. */
export async function timesTold(keys: readonly TemplateKey[]): Promise<ReadonlyMap<TemplateKey, number>> {
  const rows = await database().$queryRaw<{ key: string; n: number }[]>`
    SELECT asked.key, count(*)::int AS n FROM unnest(${[...new Set(keys)]}::text[]) asked(key)
    CROSS JOIN LATERAL (SELECT 1 FROM "StandingPromise" t WHERE t.template = asked.key LIMIT ${MOST_BEFORE + 1}) told
    GROUP BY asked.key`;
  return new Map(rows.map(({ key, n }) => [key, n]));
}

/** The templates under which places that make a claim are told; no more than three. */
export async function templatesOfClaim(claimId: string): Promise<readonly PromiseTemplate[]> {
  const rows = await database().$queryRaw<{ template: string }[]>`
    SELECT DISTINCT t.template FROM (
      SELECT s."publicationId", s.number FROM "StandingStatement" s WHERE s."claimId" = ${claimId}::uuid
      ORDER BY s."claimId", s."publishedAt" DESC, s."publicationId" DESC, s.number DESC LIMIT 50
    ) place JOIN "StandingPromise" t USING ("publicationId", number) WHERE t.template IS NOT NULL LIMIT 3`;
  const known = await Promise.all(rows.map(({ template }) => knownTemplate(template)));
  return known.filter((one) => one !== null);
}

/** The latest said first, from a place of that list on. */
function partOf(key: TemplateKey, place: DuePlace | null, take: number): Promise<TellingRow[]> {
  const isUp = place?.way === "before";
  const from =
    place === null
      ? Prisma.empty
      : Prisma.sql`AND (t.day, t."publicationId", t.number) ${isUp ? Prisma.sql`>` : Prisma.sql`<`}
          (${place.cursor.day}::date, ${place.cursor.id}::uuid, ${place.cursor.number}::int)`;
  const order = isUp
    ? Prisma.sql`t.template, t.day, t."publicationId", t.number`
    : Prisma.sql`t.template DESC, t.day DESC, t."publicationId" DESC, t.number DESC`;
  return database().$queryRaw<TellingRow[]>`
    SELECT ${TELLING} FROM "StandingPromise" t WHERE t.template = ${key} ${from} ORDER BY ${order} LIMIT ${take}`;
}

/** The words of these rows. One that isn't told under the template by what was published is left out, and the list is not proven. */
async function placesOf(
  key: TemplateKey,
  keys: readonly TellingRow[],
): Promise<{ readonly places: readonly Appearance[]; readonly isProven: boolean }> {
  const rows = await placesAt(keys);
  const shown = await Shown.of(rows.map(({ publicationId }) => publicationId));
  const places = rows.flatMap((row) => {
    const place = shown.place(row);
    return place?.statement.template?.key === key ? [place] : [];
  });
  return { places, isProven: shown.isProven && places.length === keys.length };
}

/**
 * For the promises of a page, by their numbers, the earlier tellings of their templates on other pages that stand. Of the first six promises that have one; left out where
 * nothing was told before.
 */
export async function toldBefore(
  content: Pick<ArticlePublication, "statements" | "posts" | "article">,
): Promise<ReadonlyMap<number, ToldBefore>> {
  const asked = content.statements.flatMap(({ number, template, post }) => {
    if (!template) return [];
    return [{ number, key: template.key, day: content.posts[post]?.date ?? NO_SAID_DAY }];
  });
  const before = new Map<number, ToldBefore>();
  for (const one of asked.slice(0, MOST_PROMISES)) {
    const told = await tellingsBefore(one.key, one.day, content.article.slug);
    if (told.tellings.length > 0) before.set(one.number, told);
  }
  return before;
}

/** The same of one promise in its place; null where its words make no template. */
export async function toldBeforeThis({ article, post, statement }: Appearance): Promise<ToldBefore | null> {
  const { template } = statement;
  return template ? tellingsBefore(template.key, post.date ?? NO_SAID_DAY, article.slug) : null;
}

/** Tellings of a template that were said on `day` or earlier, on other pages than the one of this address. */
export async function tellingsBefore(
  key: TemplateKey,
  day: CalendarDate,
  slug: string | null,
): Promise<ToldBefore> {
  const rows = await database().$queryRaw<TellingRow[]>`
    SELECT ${TELLING} FROM "StandingPromise" t
    WHERE t.template = ${key} AND t.day <= ${day}::date AND t."publicationId" IS DISTINCT FROM (
      SELECT s."publicationId" FROM "Standing" s
      WHERE s."subjectId" = (SELECT a.id FROM "Article" a WHERE a.slug = ${slug}))
    ORDER BY t.template DESC, t.day DESC, t."publicationId" DESC, t.number DESC LIMIT ${MOST_BEFORE + 1}`;
  return { key, tellings: rows.slice(0, MOST_BEFORE).map(tellingOf), isCut: rows.length > MOST_BEFORE };
}

function tellingOf({ day, dueFrom, due, fate }: TellingRow): Telling {
  const said = calendarDate(day);
  const last = calendarDate(due);
  return {
    said: said === NO_SAID_DAY ? null : said,
    dueFrom: calendarDate(dueFrom),
    dueTo: last === NO_DUE_DAY ? null : last,
    result: OutcomeResult.safeParse(fate).data ?? null,
  };
}

function cursorOf(row: TellingRow | undefined): string | null {
  const place: DueCursor | null = row
    ? { day: calendarDate(row.day) ?? NO_SAID_DAY, id: row.publicationId, number: row.number }
    : null;
  return place && dueCursor(place);
}
