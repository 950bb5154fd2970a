import { postsBeside } from "#lib/db/articles/posts";
import { carryFrom, comparedTexts, pageOfVersion } from "#lib/db/articles/versions";
import type { DiffPiece } from "#lib/domain/version-diff";
import type { FateView, VersionLink, VersionsView } from "#lib/domain/version-views";
import type { Span } from "#lib/text/span";
import { compareVersions } from "#lib/versions/compare";
import { fatesOf, type PageHistory, sightingsOf } from "#lib/versions/page-fates";
import type { Sighting } from "#lib/versions/timeline";

/**
 * Versions of a page for the desk: what each look found, and what became of each statement. Nothing of it is stored:
 * versions never change, so that comparing them says the same every time.
 */

/** Units of later versions that are compared to date a change, besides the last one. */
const MOST_UNITS = 1_500_000;

/**
 * All that the desk shows this person of the versions around one of them; `spans` are its statements. Null where there is no
 * such version.
 */
export async function versionsView(
  personId: string,
  versionId: string,
  spans: readonly Span[],
): Promise<VersionsView | null> {
  const page = await pageOfVersion(versionId);
  if (page === null) return null;
  const { articleId, facts, watch } = page;
  const sightings = sightingsOf(page.checks);
  const links = linksOf(page);
  const last = sightings.at(-1);
  const [first] = page.versions;
  const own = page.versions.find(({ id }) => id === versionId);
  const isLater = own !== undefined && own !== first;
  return {
    articleId,
    facts,
    watch,
    posts: facts.isPost ? await postsBeside(articleId) : [],
    versions: [...links.values()],
    shown: {
      id: last?.versionId ?? versionId,
      since: (last?.at ?? new Date(0)).toISOString(),
    },
    carry: isLater ? await carryFrom(articleId, own.number, personId) : null,
    fates: await fatesOf(versionId, spans, historyOf(page, sightings), comparedTexts),
  };
}

/** What changed from one version to another of the same page, and what became of the older one's statements. */
export interface Changes {
  readonly older: VersionLink;
  readonly newer: VersionLink;
  readonly texts: { readonly older: string; readonly newer: string };
  readonly pieces: readonly DiffPiece[];
  readonly isWordByWord: boolean;
  /** Were both cut up by the same rules? */
  readonly areOfOneEngine: boolean;
  readonly fates: Readonly<Record<string, FateView>>;
}

/** The page's versions in the order in which they were first seen, and which two of them are compared. */
export interface Pair {
  readonly order: readonly VersionLink[];
  readonly older: VersionLink;
  readonly newer: VersionLink;
}

/**
 * A version beside `other`, or beside what the page shows now, or, where it is that one, beside the one before it. Null where
 * there is no such version; `pair` null where it is the only one.
 */
export async function pairOf(versionId: string, other: string | null): Promise<{ pair: Pair | null } | null> {
  const page = await pageOfVersion(versionId);
  if (page === null) return null;
  const sightings = sightingsOf(page.checks);
  const links = linksOf(page);
  const seen = [...new Set(sightings.map((one) => one.versionId))];
  const order = seen.flatMap((id) => links.get(id) ?? []);
  const place = (id: string) => order.findIndex((one) => one.id === id);
  const shown = sightings.at(-1)?.versionId ?? versionId;
  const beside = place(other ?? "") >= 0 && other !== versionId ? other : null;
  const second = beside ?? (shown === versionId ? order[place(versionId) - 1]?.id : shown) ?? null;
  if (second === null || place(versionId) < 0) return { pair: null };
  const [older, newer] = [versionId, second].sort((a, b) => place(a) - place(b)).map((id) => links.get(id));
  return { pair: older === undefined || newer === undefined ? null : { order, older, newer } };
}

/** Throws RangeError where the versions are not of one page. */
export async function changesOf({ older, newer }: Pair, spans: readonly Span[]): Promise<Changes> {
  const [page, texts] = await Promise.all([pageOfVersion(older.id), comparedTexts([older.id, newer.id])]);
  const [a, b] = [texts.get(older.id), texts.get(newer.id)];
  if (page === null || a === undefined || b === undefined) throw new RangeError("no such versions");
  const sightings = sightingsOf(page.checks);
  const end = sightings.findLastIndex(({ versionId }) => versionId === newer.id) + 1;
  const { pieces, isWordByWord } = compareVersions(a, b);
  const engines = page.versions
    .filter(({ id }) => id === older.id || id === newer.id)
    .map(
      ({ normalizerVersion, engineName, engineVersion }) =>
        `${normalizerVersion} ${engineName} ${engineVersion}`,
    );
  return {
    older,
    newer,
    pieces,
    isWordByWord,
    texts: { older: a.text, newer: b.text },
    areOfOneEngine: new Set(engines).size === 1,
    fates: await fatesOf(older.id, spans, historyOf(page, sightings.slice(0, end)), comparedTexts),
  };
}

type Page = NonNullable<Awaited<ReturnType<typeof pageOfVersion>>>;

function linksOf({ versions }: Page): Map<string, VersionLink> {
  return new Map(
    versions.map(({ id, number, fetchedAt }) => [id, { id, number, fetchedAt: fetchedAt.toISOString() }]),
  );
}

function historyOf(page: Page, sightings: readonly Sighting[]): PageHistory {
  const lengths = new Map(page.versions.map(({ id, textLength }) => [id, textLength]));
  return { sightings, links: linksOf(page), lengths, mostUnits: MOST_UNITS };
}
