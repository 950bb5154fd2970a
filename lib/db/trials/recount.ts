import { calendarDate, calendarDay } from "#lib/db/core/calendar";
import { type Tx, transaction } from "#lib/db/core/client";
import type { Prisma } from "#lib/db/generated/client";
import { AnalysedPrediction } from "#lib/domain/analysis";
import { Factuality } from "#lib/domain/labels-shapes";
import { Reason } from "#lib/domain/reasons";
import { ruleKey } from "#lib/domain/rule-versions";
import { type Judged, judgementsOf, mondayBefore } from "#lib/domain/suggestion-trials";

/** The counts of suggestions, worked out a second time from decisions and statements, by other code than the database's. */

const AT_ONCE = 50;
const HOUR = 3_600_000;
const FIRST = "00000000-0000-0000-0000-000000000000";

const SPEAKER = { select: { id: true, name: true, kind: true } } as const;
const DECIDED = {
  suggestion: { include: { speaker: SPEAKER } },
  statement: { include: { speaker: SPEAKER, prediction: true } },
} as const satisfies Prisma.SuggestionDecisionInclude;
export type DecidedSuggestion = Prisma.SuggestionDecisionGetPayload<{ include: typeof DECIDED }>;

/** What a review decided on suggestions one by one, in page order. */
export function decidedSuggestions(tx: Asking, reviewId: string): Promise<DecidedSuggestion[]> {
  return tx.suggestionDecision.findMany({
    where: { reviewId, undoneAt: null, isTogether: false },
    include: DECIDED,
    orderBy: [{ suggestion: { start: "asc" } }, { suggestion: { index: "asc" } }],
  });
}

export function suggestedIn({
  suggestion,
}: DecidedSuggestion): Judged & { readonly reasons: readonly Reason[] } {
  const { label, sourcing, speaker, prediction } = suggestion;
  return {
    label,
    sourcing,
    speaker,
    factualityWriter: Factuality.parse(suggestion.factualityWriter),
    window: prediction === null ? null : AnalysedPrediction.parse(prediction),
    reasons: Reason.array().catch([]).parse(suggestion.reasons),
  };
}

/** What stands for it; null where it is no statement. */
export function saidIn({ statement }: DecidedSuggestion): Judged | null {
  if (statement === null || statement.removedAt !== null) return null;
  const { label, sourcing, speaker, prediction } = statement;
  return {
    label,
    sourcing,
    speaker,
    factualityWriter: Factuality.parse(statement.factualityWriter),
    window: prediction && {
      dueFrom: calendarDate(prediction.dueFrom),
      dueTo: calendarDate(prediction.dueTo),
    },
  };
}

type Asking = Pick<Tx, "suggestionDecision" | "articleVersion" | "$queryRaw">;

interface LastPublication {
  readonly versionId: string;
  readonly reviewId: string;
  readonly publishedAt: Date;
}

/** Of each version its last publication, unless that was withdrawn; some at a time, by version. */
export async function* lastPublications(tx: Asking): AsyncGenerator<readonly LastPublication[]> {
  let after = FIRST;
  for (;;) {
    const rows = await tx.$queryRaw<(LastPublication & { withdrawnAt: Date | null })[]>`
      SELECT last.* FROM (
        SELECT "id" FROM "ArticleVersion" WHERE "id" > ${after}::uuid ORDER BY "id" LIMIT ${AT_ONCE}
      ) v JOIN LATERAL (
        SELECT v."id"::text AS "versionId", p."reviewId"::text, p."publishedAt", p."withdrawnAt" FROM "Publication" p
        JOIN "ArticleVersion" own ON own."id" = v."id" AND p."articleId" = own."articleId"
        WHERE p."versionId" = v."id" ORDER BY p."publishedAt" DESC, p."id" DESC LIMIT 1
      ) last ON true ORDER BY 1`;
    const next = await tx.articleVersion.findMany({
      where: { id: { gt: after } },
      orderBy: { id: "asc" },
      take: AT_ONCE,
      select: { id: true },
    });
    const last = next.at(-1);
    if (last === undefined) return;
    yield rows.filter(({ withdrawnAt }) => withdrawnAt === null);
    after = last.id;
  }
}

type Counts = ReadonlyMap<string, number>;

async function recount(tx: Tx): Promise<Counts> {
  const counts = new Map<string, number>();
  for await (const publications of lastPublications(tx))
    for (const { reviewId, publishedAt } of publications) {
      const week = calendarDay(mondayBefore(publishedAt, 0));
      for (const row of await decidedSuggestions(tx, reviewId))
        for (const { field, verdict, ...rule } of judgementsOf(suggestedIn(row), saidIn(row))) {
          const key = `${ruleKey(rule)} ${field} ${verdict} ${week}`;
          counts.set(key, (counts.get(key) ?? 0) + 1);
        }
    }
  return counts;
}

async function kept(tx: Tx): Promise<Counts> {
  const rows = await tx.suggestionTrial.findMany();
  return new Map(
    rows.map((row) => [`${ruleKey(row)} ${row.field} ${row.verdict} ${calendarDay(row.week)}`, row.count]),
  );
}

/** How many rows say something else than the reviews do. */
export async function wrongTrials(tx: Tx): Promise<number> {
  const [raw, rows] = [await recount(tx), await kept(tx)];
  return [...new Set([...raw.keys(), ...rows.keys()])].filter((key) => raw.get(key) !== rows.get(key)).length;
}

/**
 * Count anew, and compare. As the owner of the database alone; who publishes meanwhile waits. Nothing is kept where the two still differ.
 *
 * Returns  how many rows were wrong before, and after.
 */
export async function rebuildTrials(): Promise<{ readonly before: number; readonly after: number }> {
  return transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT lock_standing()`;
      const before = await wrongTrials(tx);
      if (before === 0) return { before, after: 0 };
      await tx.$executeRaw`SELECT rebuild_trials()`;
      return { before, after: await wrongTrials(tx) };
    },
    { timeout: HOUR },
  );
}
