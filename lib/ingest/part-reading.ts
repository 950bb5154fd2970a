import type { ReadParts } from "#lib/db/articles/part-readings";
import type { Engine } from "#lib/domain/analysis";
import { isAnalysed, LIMIT } from "#lib/domain/assessment";
import { type CutPage, isNew, onlyStatements } from "#lib/domain/part-readings";
import { AppError } from "#lib/errors";
import { type ReadText, withKeys } from "#lib/ingest";
import { analyseCut } from "#lib/pipeline/analyse";
import { languageIn } from "#lib/pipeline/segment";
import type { Span } from "#lib/text/span";
import * as words from "#lib/words";
import { matchesOf } from "./known-claims";

const said = words.partReadingEnds;

/**
 * Read a page again with its parts as they stand: attribute → classify, as for a page that comes in. All of it is read, so that who speaks, and
 * of what, is known from the rest of the page.
 *
 * Throws   AppError `invalid_input` where the page isn't in a language in which statements are looked for, `too_large` where it is longer than
 *          what is read of one page.
 */
export function readCut(cut: CutPage, engine: Engine): ReadText {
  const language = cut.language ?? languageIn(cut.text, cut.segments, null);
  if (!isAnalysed(language)) throw new AppError("invalid_input", said.otherLanguage);
  const analysis = analyseCut({ ...cut, language }, engine);
  if (analysis.notes.some(({ stage }) => stage === LIMIT)) throw new AppError("too_large", said.tooLong);
  return withKeys(analysis);
}

/** The same, and what each statement in `fresh` is to the claims that are known; the others are left out. */
export async function readFresh(
  cut: CutPage,
  fresh: readonly Span[],
  read: (cut: CutPage) => Promise<ReadText>,
): Promise<ReadParts> {
  const { analysis, keys } = await read(cut);
  const kept = analysis.statements.flatMap((one, index) => (isNew(one, fresh, []) ? [index] : []));
  const only = onlyStatements(analysis, kept);
  return {
    analysis: only,
    matches: await matchesOf(
      only,
      kept.map((index) => keys[index] ?? []),
    ),
    fresh,
  };
}
