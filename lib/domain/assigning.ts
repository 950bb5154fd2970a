import { isCount, isListOf, isOrNull, isRecordOf, isText } from "#lib/text/plain-data";
import { may, type Role } from "./actor";

/** Rules by which pages that come to the queue are given to people in turn. Plain data, safe to hand to a client component. Instants are ISO strings. */

export const MOST_RULES = 50;
export const MOST_IN_RULE = 20;
/** In UTF-16 units. */
export const RULE_NAME_LENGTH = 80;
export const RULE_PUBLISHER_LENGTH = 200;
/** So many of the latest pages a preview looks at, and so many of what a rule gave are shown. */
export const PAGES_LOOKED_AT = 50;
export const GIVEN_SHOWN = 20;
export const DELETED_SHOWN = 20;

/** What pages a rule applies to: those of one feed, of one publisher, or any. */
export const APPLIES_TO = ["ANY", "FEED", "PUBLISHER"] as const;
export type AppliesTo = (typeof APPLIES_TO)[number];

/** What a page must be. Null: whichever. */
export interface RuleConditions {
  readonly feedId: string | null;
  readonly publisher: string | null;
  readonly language: string | null;
}

/** What the name of a person's box in a form begins with; their id follows. */
export const PERSON_BOX = "person:";

/** A form as the verbs read it: the people whose boxes are ticked, in the order in which they stand there. */
export function ruleOfForm(form: FormData): Record<string, unknown> {
  const boxes = [...form.keys()].filter((name) => name.startsWith(PERSON_BOX));
  return { ...Object.fromEntries(form), people: boxes.map((name) => name.slice(PERSON_BOX.length)) };
}

/** What the rules ask of a page. */
export interface PageOfRule {
  readonly feedIds: readonly string[];
  readonly publisher: string | null;
  /** A tag of any length. */
  readonly language: string | null;
}

/** In one line, as names are compared and kept. */
export const oneLine = (text: string) => text.normalize("NFC").trim().replace(/\s+/gu, " ");

const folded = (name: string): string => oneLine(name).toLowerCase();

export function isMatching(rule: RuleConditions, page: PageOfRule): boolean {
  const { feedId, publisher, language } = rule;
  if (feedId !== null && !page.feedIds.includes(feedId)) return false;
  if (publisher !== null && (page.publisher === null || folded(page.publisher) !== folded(publisher)))
    return false;
  return language === null || page.language?.toLowerCase().split("-")[0] === language;
}

export interface InTurn {
  readonly id: string;
  /** From 1. */
  readonly place: number;
  readonly role: Role;
  readonly isClosed: boolean;
}

/** May this person be given work at all? */
export const canTake = ({ role, isClosed }: Pick<InTurn, "role" | "isClosed">): boolean =>
  !isClosed && may(role, "review.open");

/** Who has the next page, where the one at the place `turn` had the last (0: nobody yet). Who can't take work is passed over; null where nobody can. */
export function nextInTurn(people: readonly InTurn[], turn: number): InTurn | null {
  const able = people.filter(canTake).toSorted((a, b) => a.place - b.place);
  return able.find(({ place }) => place > turn) ?? able[0] ?? null;
}

/**
 * Where the turn stands once others have one: whoever was due before is due still, as far as they are there.
 *
 * `before` and `after` are ids in their order, `turn` the place in `before` of who had the last page. Returns a place in `after`, 0 for its end.
 */
export function turnAmong(before: readonly string[], turn: number, after: readonly string[]): number {
  const due = [...before.slice(turn), ...before.slice(0, turn)];
  const next = due.find((id) => after.includes(id));
  return next === undefined ? 0 : after.indexOf(next);
}

export interface RulePersonView {
  readonly id: string;
  readonly name: string;
  readonly given: number;
  /** They have no turn in it any more. */
  readonly isFormer: boolean;
  /** Their account was closed, or they may not review: they are passed over. */
  readonly isPassedOver: boolean;
  readonly isNext: boolean;
}

/** A rule as the desk shows it. */
export interface RuleView {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly appliesTo: AppliesTo;
  readonly feedId: string | null;
  /** What the feed is called; null where it applies to none. */
  readonly feedName: string | null;
  readonly isFeedLeft: boolean;
  readonly publisher: string | null;
  readonly language: string | null;
  readonly missed: number;
  readonly people: readonly RulePersonView[];
  readonly changedBy: string;
  readonly changedAt: string;
}

export interface RuleList {
  readonly rules: readonly RuleView[];
  /** Those that were deleted last. */
  readonly deleted: readonly { readonly id: string; readonly name: string; readonly at: string }[];
}

/** A page that a rule gave. */
export interface GivenView {
  readonly actId: string;
  readonly title: string | null;
  readonly href: string | null;
  readonly to: string | null;
  readonly at: string;
  readonly isUndone: boolean;
}

/** Which of the latest pages a rule would match. `earlier` is what the rule before it is called that would have given the page; null where this one would. */
export interface RulePreview {
  readonly looked: number;
  readonly pages: readonly {
    readonly versionId: string;
    readonly title: string | null;
    readonly earlier: string | null;
  }[];
}

export const isRulePreview = isRecordOf<RulePreview>({
  looked: isCount,
  pages: isListOf(
    isRecordOf<RulePreview["pages"][number]>({
      versionId: isText,
      title: isOrNull(isText),
      earlier: isOrNull(isText),
    }),
  ),
});
