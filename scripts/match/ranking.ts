import { Ranking } from "#lib/pipeline/match/ranking";
import * as words from "#lib/words";
import type { Lines } from "./lines";
import type { FailedLine, GivenStatement } from "./statements";

const rounded = (score: number): number => Math.round(score * 10_000) / 10_000;

/** The `k` best others of each statement, in the order of the input; lines that couldn't be read keep their place. */
export async function answerCandidates(
  statements: readonly GivenStatement[],
  failed: readonly FailedLine[],
  k: number,
  out: Lines,
): Promise<void> {
  const ranking = new Ranking(statements.map(({ facts }) => facts));
  let next = 0;
  const sayFailed = async (before: number) => {
    for (let one = failed[next]; one !== undefined && one.before <= before; one = failed[next]) {
      await out.write({ id: one.id, error: one.error });
      next += 1;
    }
  };
  for (const [at, { id }] of statements.entries()) {
    await sayFailed(at);
    const candidates = ranking.of(at, k).map(({ at: other, judgement, score }) => ({
      id: statements[other]?.id ?? null,
      relation: judgement.relation,
      score: rounded(score),
      reasons: judgement.reasons.map(words.matching.reason),
    }));
    await out.write({ id, candidates });
  }
  await sayFailed(statements.length);
}
