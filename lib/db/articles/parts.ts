import { factsOfVersions, SAID } from "#lib/db/articles/facts";
import { calendarDate, dateColumn } from "#lib/db/core/calendar";
import type { Tx } from "#lib/db/core/client";
import type { Prisma } from "#lib/db/generated/client";
import type { Writer } from "#lib/domain/credits";
import type { HeldFact } from "#lib/domain/page-facts";
import { counts, type PageParts } from "#lib/domain/page-parts";
import { PartChange } from "#lib/domain/page-parts-shapes";
import { heldParts, type PartCorrection, standingOf } from "#lib/domain/part-changes";
import { Reason } from "#lib/domain/reasons";
import type { Span } from "#lib/text/span";

/** The parts of versions as they stand: what the machine cut, and what people put right beside it. Nothing else reads them from a version. */

export interface VersionParts extends PageParts {
  /** As the machine cut it. */
  readonly machine: PageParts;
  readonly corrections: readonly PartCorrection[];
  /** Those of `corrections` that stand, with who made them. */
  readonly standing: readonly { readonly change: PartChange; readonly writer: Writer }[];
}

/** What of a version its parts are made of. */
export const CUT = {
  posts: { orderBy: { index: "asc" } },
  segments: { orderBy: { start: "asc" } },
  corrections: { orderBy: { number: "asc" }, include: { by: { select: { id: true, name: true } } } },
} as const satisfies Prisma.ArticleVersionInclude;

type Row = Prisma.ArticleVersionGetPayload<{ include: typeof CUT }>;
type CutRow = Pick<Row, keyof typeof CUT>;
type Asking = Pick<Tx, "articleVersion" | "factCorrection">;

/** By the version's id. The texts are read of those alone whose parts were put right. */
export async function partsOfVersions(
  tx: Asking,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, VersionParts>> {
  const versions = await tx.articleVersion.findMany({
    where: { id: { in: [...new Set(versionIds)] } },
    select: { ...SAID, ...CUT, id: true },
  });
  const facts = await factsOfVersions(tx, versions);
  const corrected = versions.filter(({ corrections }) => corrections.length > 0).map(({ id }) => id);
  const texts = await textsOf(tx, corrected);
  return new Map(
    versions.map((row, i) => [row.id, standingParts(row, facts[i] ?? [], texts.get(row.id) ?? "")]),
  );
}

/** Throws Error for a version that isn't there: a bug of the caller. */
export async function partsOfVersion(tx: Asking, versionId: string): Promise<VersionParts> {
  const parts = (await partsOfVersions(tx, [versionId])).get(versionId);
  if (parts === undefined) throw new Error("There is no such version.");
  return parts;
}

async function textsOf(tx: Asking, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.articleVersion.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, text: true },
  });
  return new Map(rows.map(({ id, text }) => [id, text]));
}

/** Of a version that is read already, with its facts; `text` is asked for only where parts were put right, and may be empty elsewhere. */
export function standingParts(row: CutRow, facts: readonly HeldFact[], text: string): VersionParts {
  const rows = row.corrections.map((one) => ({ ...one, change: changeOf(one) }));
  const standing = standingOf(rows).flatMap(({ change, by }) =>
    change === null ? [] : [{ change, writer: by }],
  );
  const changes = standing.map(({ change }) => change);
  const machine = machineParts(row, facts);
  return {
    ...heldParts(machine, changes, text),
    machine,
    standing,
    corrections: rows.map(({ number, act, change, reason, by, at }) => {
      return { number, act, change, reason, by: by.name, at: at.toISOString() };
    }),
  };
}

function machineParts(row: CutRow, facts: readonly HeldFact[]): PageParts {
  const indexes = new Map(row.posts.map(({ id, index }) => [id, index]));
  return {
    posts: row.posts.map(({ headline, date, isTeaser }) => {
      return { headline, date: dayOfPost(calendarDate(date), isTeaser, facts), isTeaser };
    }),
    segments: row.segments.map(({ start, end, type, postId, reason }) => {
      return { start, end, type, post: indexes.get(postId) ?? 0, reason: Reason.parse(reason) };
    }),
  };
}

/** The page's own post is of the page's day, and is put right with it; a teaser's day is its own. */
function dayOfPost(day: string | null, isTeaser: boolean, held: readonly HeldFact[]): string | null {
  const date = held.find(({ fact }) => fact === "DATE");
  return !isTeaser && date !== undefined && date.said === day ? date.reads : day;
}

function changeOf({ act, start, type, place, date }: Row["corrections"][number]): PartChange | null {
  return act === "TAKE_BACK" ? null : PartChange.parse({ act, start, type, place, date: calendarDate(date) });
}

/** Keep one more correction of a version, or that the last one is taken back: `change` null. */
export async function keepPartCorrection(
  tx: Tx,
  {
    change,
    ...row
  }: {
    readonly versionId: string;
    readonly number: number;
    readonly change: PartChange | null;
    readonly reason: string;
    readonly byId: string;
    readonly at: Date;
  },
): Promise<void> {
  const said = change === null ? { act: "TAKE_BACK" as const } : columnsOf(change);
  await tx.partCorrection.create({ data: { ...row, ...said } });
}

function columnsOf(change: PartChange) {
  if (change.act !== "DATE") return change;
  return { ...change, date: dateColumn(change.date) };
}

/** Where the machine cut these words: the part that holds their beginning, or the last one before it. What a row of a statement points to, whatever was put right since. */
export async function cutAround(tx: Tx, versionId: string, span: Span): Promise<CutPlace> {
  const [place] = await cutAroundEach(tx, versionId, [span]);
  if (place === undefined) throw new Error("A version has a part.");
  return place;
}

interface CutPlace {
  readonly segmentId: string;
  readonly postId: string;
}

/** The same of many words at once, in their order. */
export async function cutAroundEach(
  tx: Tx,
  versionId: string,
  spans: readonly Pick<Span, "start">[],
): Promise<CutPlace[]> {
  const segments = await tx.segment.findMany({
    where: { versionId },
    orderBy: { start: "asc" },
    select: { id: true, start: true, postId: true },
  });
  return spans.flatMap((span) => {
    const nearest = segments.findLast(({ start }) => start <= span.start) ?? segments[0];
    return nearest === undefined ? [] : [{ segmentId: nearest.id, postId: nearest.postId }];
  });
}

/** The suggestions that lie in parts which hold no statements, by version. Asked only of versions whose parts were put right. */
export async function suggestionsAside(
  tx: Asking & Pick<Tx, "partCorrection" | "suggestion">,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const corrected = await tx.partCorrection.findMany({
    where: { versionId: { in: [...versionIds] } },
    distinct: ["versionId"],
    select: { versionId: true },
  });
  const ids = corrected.map(({ versionId }) => versionId);
  if (ids.length === 0) return new Map();
  const parts = await partsOfVersions(tx, ids);
  const rows = await tx.suggestion.findMany({
    where: { versionId: { in: ids } },
    select: { id: true, versionId: true, start: true },
  });
  const isAside = (row: (typeof rows)[number]) => !counts(parts.get(row.versionId) ?? { segments: [] }, row);
  const aside = rows.filter(isAside);
  return new Map(
    ids.map((id) => [id, aside.filter(({ versionId }) => versionId === id).map((row) => row.id)]),
  );
}
