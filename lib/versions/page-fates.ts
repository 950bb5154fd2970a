import type { ComparedText } from "#lib/domain/version-diff";
import { type FateView, spanKey, type VersionLink } from "#lib/domain/version-views";
import type { Span } from "#lib/text/span";
import { type Comparison, compareVersions } from "./compare";
import { fateView } from "./fate-view";
import { fateSince, type Sighting } from "./timeline";

/** What became of a version's statements on their page since, from what each look found. */

/** What the page showed from when on: looks that found what the one before had found are left out. */
export function sightingsOf(
  checks: readonly { readonly versionId: string | null; readonly at: Date }[],
): Sighting[] {
  const found: Sighting[] = [];
  for (const { versionId, at } of checks) {
    if (versionId !== null && found.at(-1)?.versionId !== versionId) found.push({ versionId, at });
  }
  return found;
}

export interface PageHistory {
  readonly sightings: readonly Sighting[];
  readonly links: ReadonlyMap<string, VersionLink>;
  /** Of each version's text, in UTF-16 units. */
  readonly lengths: ReadonlyMap<string, number>;
  /** Units of later versions that are compared to date a change, besides the last one. Beyond it the date is a lower bound. */
  readonly mostUnits: number;
}

/**
 * What became of these spans of a version by the version that the page showed last, by `spanKey`. Empty where that is the same one.
 * `textsOf` is asked once, for the versions that are compared.
 */
export async function fatesOf(
  versionId: string,
  spans: readonly Span[],
  history: PageHistory,
  textsOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, ComparedText>>,
): Promise<Record<string, FateView>> {
  const first = history.sightings.findIndex((one) => one.versionId === versionId);
  const all = first < 0 ? [] : history.sightings.slice(first + 1);
  const last = all.at(-1);
  if (last === undefined || last.versionId === versionId || spans.length === 0) return {};
  const later = withinBudget(all, history);
  const texts = await textsOf([versionId, ...later.map((one) => one.versionId)]);
  const [own, version] = [texts.get(versionId), history.links.get(last.versionId)];
  if (own === undefined || version === undefined) return {};
  const comparisons = comparisonsWith(own, texts);
  const context = { later, versionId, own, texts, comparisons };
  const isCut = later.length < all.length;
  return Object.fromEntries(spans.map((span) => [spanKey(span), fateIn(span, context, version, isCut)]));
}

interface Context {
  readonly later: readonly Sighting[];
  readonly versionId: string;
  readonly own: ComparedText;
  readonly texts: ReadonlyMap<string, ComparedText>;
  readonly comparisons: (versionId: string) => Comparison;
}

function fateIn(span: Span, context: Context, version: VersionLink, isCut: boolean): FateView {
  const { later, own, texts, comparisons } = context;
  const dated = fateSince(
    later,
    (id) => comparisons(id).fateOf(span),
    (id, { start, end }) => texts.get(id)?.text.slice(start, end) ?? "",
  );
  const isAtLeast = isCut && dated.first === 0;
  return fateView({ ...dated, isAtLeast }, version, {
    older: own.text,
    newer: texts.get(version.id)?.text ?? "",
  });
}

/** Each later version is compared once, and only if a statement asks that far back. */
function comparisonsWith(own: ComparedText, texts: ReadonlyMap<string, ComparedText>) {
  const made = new Map<string, Comparison>();
  return (versionId: string): Comparison => {
    const known = made.get(versionId);
    if (known !== undefined) return known;
    const comparison = compareVersions(own, texts.get(versionId) ?? own);
    made.set(versionId, comparison);
    return comparison;
  };
}

/** The last states of the page, as many as may be compared; the very last in any case. */
function withinBudget(later: readonly Sighting[], { lengths, mostUnits }: PageHistory): readonly Sighting[] {
  const counted = new Set<string>();
  let left = mostUnits;
  let from = later.length - 1;
  counted.add(later[from]?.versionId ?? "");
  for (let i = from - 1; i >= 0; i -= 1) {
    const { versionId } = later[i] ?? { versionId: "" };
    if (!counted.has(versionId)) left -= lengths.get(versionId) ?? 0;
    if (left < 0) break;
    counted.add(versionId);
    from = i;
  }
  return later.slice(from);
}
