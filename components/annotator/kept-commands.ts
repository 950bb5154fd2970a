import type { ArticleDesk } from "#lib/domain/article-desk";
import { type Answer, type Command, foreseen, foreseenId } from "./commands";

/**
 * Commands that the page on the screen was not drawn with. Each shows from when it is asked until a page is drawn that was read after its act was kept: an answer
 * brings no page with it.
 */

export interface Kept {
  readonly turn: number;
  readonly command: Command;
  /** Null while it is under way. */
  readonly answer: Answer | null;
}

export type KeptEvent =
  | { readonly type: "asked"; readonly turn: number; readonly command: Command }
  | { readonly type: "answered"; readonly turn: number; readonly answer: Answer }
  | { readonly type: "refused"; readonly turn: number }
  /** A page is shown in which all acts until `since` are. */
  | { readonly type: "drawn"; readonly since: number };

export function keep(kept: readonly Kept[], event: KeptEvent): readonly Kept[] {
  switch (event.type) {
    case "asked":
      return [...kept, { turn: event.turn, command: event.command, answer: null }];
    case "answered":
      return answered(kept, event.turn, event.answer);
    case "refused":
      return kept.filter(({ turn }) => turn !== event.turn);
    case "drawn": {
      const left = kept.filter((one) => !isDrawn(one, event.since));
      return left.length === kept.length ? kept : left;
    }
  }
}

/** A statement that was only foreseen until then has the record's own id in what was asked of it meanwhile. */
function answered(kept: readonly Kept[], turn: number, answer: Answer): readonly Kept[] {
  const command = kept.find((one) => one.turn === turn)?.command;
  const statementId = answer.statementId;
  const isNamed = command?.kind === "accept" && statementId !== undefined;
  const id = isNamed ? foreseenId(command.suggestionId) : null;
  return kept.map((one) => {
    if (one.turn === turn) return { ...one, answer };
    const isOnIt = "statementId" in one.command && one.command.statementId === id;
    return isOnIt && isNamed ? { ...one, command: { ...one.command, statementId } } : one;
  });
}

/** The number of the act; 0 where the answer names none, as its page came with it. */
const actOf = ({ act }: Answer): number => Number(act ?? 0);

const isDrawn = ({ answer }: Kept, since: number): boolean => answer !== null && actOf(answer) <= since;

/** The desk as the page was drawn, with what was asked since in it. `since`: all acts until then are on the page. */
export function shownDesk(
  desk: ArticleDesk,
  since: number,
  kept: readonly Kept[],
  myName: string,
): ArticleDesk {
  return kept
    .filter((one) => !isDrawn(one, since))
    .reduce((before, { command, answer }) => foreseen(before, command, myName, answer ?? {}), desk);
}

/** The acts of this screen that it knows of, by their numbers. */
export function ownActs(kept: readonly Kept[]): ReadonlySet<number> {
  return new Set(kept.flatMap(({ answer }) => (answer === null ? [] : [actOf(answer)])));
}
