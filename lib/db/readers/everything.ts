import type { ListPlace } from "#lib/domain/cursors";
import type { ListedClaim, ListedPage, PublicCorrection } from "#lib/domain/published";
import { claimRows, listedClaims } from "./claims";
import { changeRows, toldOf } from "./corrections";
import { listedPages, pageRows } from "./pages";

/**
 * All that stands, a part at a time, the earliest published first: memory doesn't grow with the archive, and each part is a look into an index.
 * What is published anew meanwhile moves to the end, so that nothing is left out; it may be told twice, the later time as it is then.
 */

const AT_ONCE = 20;

/** `isProven` is false where it isn't what was published. What says something else than its row is left out, as of every list. */
export interface Told<Item> {
  readonly item: Item;
  readonly isProven: boolean;
}
type Parts<Item> = AsyncGenerator<readonly Told<Item>[], void>;

export function everyPage(): Parts<ListedPage> {
  return walk(pageRows, async (rows) => {
    const { pages: items, isProven } = await listedPages(rows);
    return { items, isProven };
  });
}

export function everyClaim(): Parts<ListedClaim> {
  return walk(claimRows, async (rows) => {
    const { claims: items, isProven } = await listedClaims(rows);
    return { items, isProven };
  });
}

export function everyCorrection(): Parts<PublicCorrection> {
  return walk(changeRows, async (rows) => {
    const { corrections: items, isProven } = await toldOf(rows);
    return { items, isProven };
  });
}

interface Keyed {
  readonly at: Date;
  readonly id: string;
}
interface Listed<Item> {
  readonly items: readonly Item[];
  readonly isProven: boolean;
}

const NOBODY = "00000000-0000-0000-0000-000000000000";
const BEGINNING: Keyed = { at: new Date(0), id: NOBODY };

async function* walk<Row extends Keyed, Item>(
  ask: (place: ListPlace, take: number) => Promise<readonly Row[]>,
  list: (rows: readonly Row[]) => Promise<Listed<Item>>,
): Parts<Item> {
  for (let cursor = BEGINNING; ; ) {
    const rows = await ask({ way: "before", cursor }, AT_ONCE);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield await each(rows, list);
    cursor = behind(last, cursor);
  }
}

/** The place behind a row. A time that is finer than a cursor would be found behind itself for ever. */
function behind({ at, id }: Keyed, before: Keyed): Keyed {
  const isStill = at.getTime() === before.at.getTime() && id === before.id;
  return isStill ? { at: new Date(at.getTime() + 1), id: NOBODY } : { at, id };
}

/** Where a part isn't proven, each row of it is asked by itself, to know which. */
async function each<Row, Item>(
  rows: readonly Row[],
  list: (rows: readonly Row[]) => Promise<Listed<Item>>,
): Promise<readonly Told<Item>[]> {
  const all = await list(rows);
  if (all.isProven) return all.items.map((item) => ({ item, isProven: true }));
  const told: Told<Item>[] = [];
  for (const row of rows) {
    const { items, isProven } = await list([row]);
    for (const item of items) told.push({ item, isProven });
  }
  return told;
}
