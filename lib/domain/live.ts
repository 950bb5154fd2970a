import { isCount, isListOf, isOrNull, isRecordOf, isText, isYesOrNo } from "#lib/text/plain-data";

/** What people of the desk hear of each other while they work: what changed, and who else is here. Never a word of what was written. */

/** So many subjects are named; beyond them it is said that there are more. */
export const MOST_CHANGED = 50;
/** So many people are named at one place. */
export const MOST_HERE = 20;

export interface PersonHere {
  readonly id: string;
  readonly name: string;
  /** The row that they are at; null for none. */
  readonly at: string | null;
}

export interface LiveNews {
  /** The last act that this takes in. Where nothing changed it is what was asked with. */
  readonly sequence: number;
  /** The pages and claims that changed, without what kind they are. */
  readonly changed: readonly string[];
  /** The numbers of the acts that changed them. Who did one of them oneself knows it by that. */
  readonly acts: readonly number[];
  /** There are more, or it can't be told what all changed. */
  readonly isCut: boolean;
  /** Everybody else who is at this place, in the order of their names. */
  readonly here: readonly PersonHere[];
}

const isNews = isRecordOf<LiveNews>({
  sequence: isCount,
  changed: isListOf(isText),
  acts: isListOf(isCount),
  isCut: isYesOrNo,
  here: isListOf(isRecordOf<PersonHere>({ id: isText, name: isText, at: isOrNull(isText) })),
});

/** The news in an answer from outside; null where it is something else. */
export function newsIn(text: string): LiveNews | null {
  try {
    const said: unknown = JSON.parse(text);
    return isNews(said) ? said : null;
  } catch {
    return null;
  }
}

/** How often a tab says that it is still there, in milliseconds, and after how long without a word it is taken to be gone. */
export const TAB_SPEAKS_EVERY = 20_000;
export const TAB_LASTS = 50_000;

/** Somebody rests when they did nothing for so long, in milliseconds. */
const REST = 5_000;
/** A screen that shows what its person did before any page has it is drawn anew after so long, rest or none; in milliseconds. */
export const LONGEST_BEHIND = 30_000;

/** How long such a screen waits from the last thing that they did, where it has been behind for `behindFor`; in milliseconds, 0 for no longer. */
export const waitOf = (behindFor: number): number => Math.max(0, Math.min(REST, LONGEST_BEHIND - behindFor));
