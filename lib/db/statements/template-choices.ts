import type { Tx } from "#lib/db/core/client";
import type { PromiseTemplate, TemplateChoice } from "#lib/domain/promise-template";
import type { StatementRow } from "./rows";

/** Which template a person chose for a promise. A row is never changed: another one takes its place, while its review is written. */

/** `chosen` is null for none. */
export async function keepTemplateChoice(
  tx: Tx,
  statementId: string,
  chosen: PromiseTemplate | null,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  await takeTemplateChoiceAway(tx, statementId);
  const { key, words } = chosen ?? { key: null, words: null };
  await tx.templateChoice.create({ data: { statementId, key, words, chosenById: by, chosenAt: at } });
}

/** False where there was none. */
export async function takeTemplateChoiceAway(tx: Tx, statementId: string): Promise<boolean> {
  return (await tx.templateChoice.deleteMany({ where: { statementId } })).count > 0;
}

/** The same choice on another statement: that of a newer version of the page. */
export async function copyTemplateChoice(
  tx: Tx,
  { templateChoice }: Pick<StatementRow, "templateChoice">,
  toId: string,
): Promise<void> {
  if (templateChoice === null) return;
  const { chosenBy: _by, ...row } = templateChoice;
  await tx.templateChoice.create({ data: { ...row, statementId: toId } });
}

export function templateChoiceOf({
  templateChoice,
}: Pick<StatementRow, "templateChoice">): TemplateChoice | null {
  if (templateChoice === null) return null;
  const { key, words, chosenBy } = templateChoice;
  return { key, words, by: chosenBy.name };
}
