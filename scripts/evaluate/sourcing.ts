import type { AnalysedStatement } from "#lib/domain/analysis";
import type { Span } from "#lib/text/span";
import { drawPages, interval } from "./bootstrap";
import { type GoldPage, loadScorer, type Predicted, redrawn } from "./data";

export const SOURCING_GOLD = "sourcing/labelled.jsonl";

/** A page of which every sentence and every line is labelled; its README says what each field means. */
export interface SourcingGold extends GoldPage {
  readonly set: string;
  readonly domain: string;
  readonly gold: {
    readonly segments: readonly (Span & { readonly type: string })[];
    readonly statements: readonly GoldStatement[];
  };
}

interface GoldStatement extends Span {
  /** The guideline's code for who stands behind it. */
  readonly sourcing: string;
  /** Where the words stand that name who said it: `[start, end)` in the page's text. */
  readonly source?: readonly [number, number];
  readonly prediction?: { readonly text: string; readonly due?: string };
}

/** Right ones, found ones and true ones of one page. */
interface Tally {
  readonly right: number;
  readonly found: number;
  readonly all: number;
}

interface Share {
  readonly share: number;
  readonly interval: readonly [number, number];
}

export interface PartFigures {
  /** Of the statements with a prediction, those that have one by the truth; and of these the share that was found. */
  readonly precision: Share;
  readonly recall: Share;
  /** Of the statements whose sentence names its source: the speaker shares a content word with it and has none from elsewhere. */
  readonly speakers: Share;
  /** Types of the lines, counted by characters. */
  readonly accuracy: Share;
  readonly macroF1: Share;
}

const overlapOf = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/** The true statement that shares at least half of the shorter one with what was found. */
function matched(found: Span, truth: readonly GoldStatement[]): GoldStatement | null {
  const best = truth.toSorted((a, b) => overlapOf(found, b) - overlapOf(found, a))[0];
  if (best === undefined) return null;
  const shorter = Math.min(best.end - best.start, found.end - found.start);
  return overlapOf(found, best) * 2 >= shorter ? best : null;
}

function predictionsOf(page: SourcingGold, found: readonly AnalysedStatement[]): Tally {
  const hits = new Set<GoldStatement>();
  let predicted = 0;
  for (const statement of found) {
    if (statement.prediction === undefined) continue;
    predicted += 1;
    const truth = matched(statement, page.gold.statements);
    if (truth?.prediction !== undefined) hits.add(truth);
  }
  const all = page.gold.statements.filter(({ prediction }) => prediction !== undefined).length;
  return { right: hits.size, found: predicted, all };
}

const SMALL = new Set(
  "the a an of in on at for and or to by with from as his her its their who that this mr mrs ms dr sir".split(
    " ",
  ),
);

const PRONOUNS = new Set("he she they it we you him them us me".split(" "));

function contentWords(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replace(/['’]s\b/g, "")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => word.length > 1 && !SMALL.has(word));
}

/**
 * Whether a speaker's name is that of the true source words: a content word shared, and none that stands neither in those
 * words nor in a name of the page that holds one of them ("Smith" for "John Smith").
 */
function isSpeaker(
  name: string,
  page: SourcingGold,
  source: readonly [number, number],
  statement: Span,
): boolean {
  const truth = new Set(contentWords(page.text.slice(source[0], source[1])));
  const own = contentWords(name);
  if (!own.some((word) => truth.has(word))) return false;
  const sentence = new Set(contentWords(page.text.slice(statement.start, statement.end)));
  const others = own.filter((word) => !truth.has(word) && sentence.has(word));
  return others.length <= ROLE_WORDS;
}
/** The truth has the shortest name, so that a word or two of a role beside it is nobody else's. */
const ROLE_WORDS = 2;

function speakersOf(page: SourcingGold, found: readonly AnalysedStatement[]): Tally {
  let [right, all] = [0, 0];
  for (const truth of page.gold.statements) {
    // A pronoun has no content word: whom it means, the truth doesn't say.
    if (
      truth.source === undefined ||
      contentWords(page.text.slice(...truth.source)).every((word) => PRONOUNS.has(word))
    )
      continue;
    all += 1;
    const best = found.toSorted((a, b) => overlapOf(truth, b) - overlapOf(truth, a))[0];
    const name = best !== undefined && overlapOf(truth, best) > 0 ? best.attributedTo : null;
    if (name !== null && isSpeaker(name, page, truth.source, truth)) right += 1;
  }
  return { right, found: all, all };
}

interface SegmentReport {
  readonly segments: { readonly accuracy: number; readonly macroF1: number };
}
type Score = (gold: readonly SourcingGold[], predicted: readonly Predicted[]) => SegmentReport;

/** What is measured on the labelled pages of `sourcing/`, from their plain text; 95 % intervals over pages. */
export async function measureParts(
  gold: readonly SourcingGold[],
  predicted: readonly Predicted[],
): Promise<PartFigures> {
  const { score } = await loadScorer<{ score: Score }>("claims/score-claims.mjs");
  const byId = new Map(predicted.map((row) => [row.id, row]));
  const rows = gold.map((page) => byId.get(page.id)?.statements ?? []);
  const predictions = gold.map((page, i) => predictionsOf(page, rows[i] ?? []));
  const speakers = gold.map((page, i) => speakersOf(page, rows[i] ?? []));
  const draws = drawPages(gold.length);
  const shareOf = (tallies: readonly Tally[], of: "found" | "all"): Share => {
    const share = (list: readonly Tally[]) =>
      list.reduce((sum, { right }) => sum + right, 0) /
      Math.max(
        1,
        list.reduce((sum, tally) => sum + tally[of], 0),
      );
    const drawn = draws.map((draw) => share(draw.flatMap((i) => tallies[i] ?? [])));
    return { share: share(tallies), interval: interval(drawn) };
  };
  const whole = score(
    gold,
    gold.flatMap(({ id }) => byId.get(id) ?? []),
  ).segments;
  const reports = draws.map((draw) => {
    const sample = redrawn(draw, gold, predicted);
    return score(sample.gold, sample.predicted).segments;
  });
  return {
    precision: shareOf(predictions, "found"),
    recall: shareOf(predictions, "all"),
    speakers: shareOf(speakers, "all"),
    accuracy: { share: whole.accuracy, interval: interval(reports.map(({ accuracy }) => accuracy)) },
    macroF1: { share: whole.macroF1, interval: interval(reports.map(({ macroF1 }) => macroF1)) },
  };
}
