import { saidWords } from "#lib/domain/content-pieces";
import type {
  ArticlePublication,
  ClaimPublication,
  PublicationContent,
  PublishedStatement,
} from "#lib/domain/publications";
import { overlap } from "#lib/text/span";
import { verdictMeaning, verdictName } from "#lib/words/verdicts";

/** What differs between two contents of one page or claim: what readers see now and what they will, or what was suggested and what was made of it. */

/** The facts of a statement that readers see, or that its label follows from. */
const FACTS = [
  "exact",
  "content",
  "label",
  "labelReason",
  "sourcing",
  "speaker",
  "factuality",
  "time",
  "flags",
  "quoteMode",
  "relayDepth",
  "prediction",
  "notes",
  "claim",
  "template",
] as const satisfies readonly (keyof PublishedStatement)[];
export type ChangedFact = (typeof FACTS)[number];

export type StatementChange =
  | { readonly kind: "ADDED"; readonly after: PublishedStatement }
  | { readonly kind: "REMOVED"; readonly before: PublishedStatement }
  | {
      readonly kind: "CHANGED";
      readonly before: PublishedStatement;
      readonly after: PublishedStatement;
      readonly facts: readonly ChangedFact[];
    };

/**
 * The statements of a page that are new, gone or changed, in the order of the page; those that are gone last.
 *
 * A statement is the same one where its words are, in the order of the page; of those that are left, where it lies on the same words:
 * its span was moved then. Spans of two versions say nothing of each other, so only words count there.
 */
export function statementChanges(before: ArticlePublication, after: ArticlePublication): StatementChange[] {
  const left = [...before.statements];
  const take = (isSame: (one: PublishedStatement) => boolean): PublishedStatement | null => {
    const at = left.findIndex(isSame);
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  };
  const pairs = new Map(
    after.statements.map((one) => [one, take((other) => other.exact === one.exact)] as const),
  );
  if (before.article.version === after.article.version)
    for (const [one, other] of pairs) pairs.set(one, other ?? take((old) => overlap(old, one) > 0));
  const changes = [...pairs].flatMap(([one, other]): StatementChange[] => {
    if (other === null) return [{ kind: "ADDED", after: one }];
    const facts = FACTS.filter((fact) => !isSame(seen(other, fact), seen(one, fact)));
    return facts.length === 0 ? [] : [{ kind: "CHANGED", before: other, after: one, facts }];
  });
  return [...changes, ...left.map((gone): StatementChange => ({ kind: "REMOVED", before: gone }))];
}

/** A flag that is off and one that is missing are the same; a template that the words make goes with them. */
function seen(statement: PublishedStatement, fact: ChangedFact): unknown {
  if (fact === "template") {
    const { template } = statement;
    return template === null || template?.by !== undefined ? template : undefined;
  }
  // Spans of two versions differ where their words don't.
  if (fact === "content") return statement.content === undefined ? undefined : saidWords(statement);
  if (fact !== "flags") return statement[fact];
  return Object.entries(statement.flags)
    .flatMap(([name, isSet]) => (isSet ? [name] : []))
    .sort();
}

interface ListChange<Part extends string> {
  readonly part: Part;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export type ClaimChange =
  | { readonly part: "wording" | "verdict"; readonly before: string; readonly after: string }
  | ListChange<"unknowns" | "joined" | "evidence" | "searches" | "topics">;

/** The parts of a claim that differ. A piece of evidence that was changed is one that went and one that came. */
export function claimChanges(before: ClaimPublication, after: ClaimPublication): ClaimChange[] {
  const changes: ClaimChange[] = [];
  if (before.claim.wording !== after.claim.wording)
    changes.push({ part: "wording", before: before.claim.wording, after: after.claim.wording });
  const [was, is] = [before.verdict, after.verdict];
  const isRedefined = verdictText(was) === verdictText(is);
  const [old, now] = isRedefined ? [definedText(was), definedText(is)] : [verdictText(was), verdictText(is)];
  if (old !== now) changes.push({ part: "verdict", before: old, after: now });
  const lists = [
    ["unknowns", before.claim.unknowns, after.claim.unknowns],
    ["joined", joinedTexts(before), joinedTexts(after)],
    ["evidence", before.evidence.map(evidenceText), after.evidence.map(evidenceText)],
    ["searches", before.searches.map(searchText), after.searches.map(searchText)],
    ["topics", topicTexts(before), topicTexts(after)],
  ] as const;
  return [...changes, ...lists.flatMap(([part, gone, came]) => listChange(part, gone, came))];
}

/** What a page or a claim is about, where that differs: names, with what belongs to each. */
export const topicChanges = (before: PublicationContent, after: PublicationContent) =>
  listChange("topics", topicTexts(before), topicTexts(after));

/** One change, or none. */
function listChange<Part extends string>(
  part: Part,
  old: readonly string[],
  now: readonly string[],
): ListChange<Part>[] {
  const added = now.filter((one) => !old.includes(one));
  const removed = old.filter((one) => !now.includes(one));
  return added.length + removed.length > 0 ? [{ part, added, removed }] : [];
}

const topicTexts = ({ topics = [] }: PublicationContent): string[] =>
  topics.map(({ name, definition }) => (definition === undefined ? name : `${name}: ${definition}`));

const joinedTexts = ({ joined = [] }: ClaimPublication): string[] => joined.map(({ wording }) => wording);

type Verdict = ClaimPublication["verdict"];
const verdictText = (verdict: Verdict): string => `${verdictName(verdict)}. ${verdict.explanation}`;
/** With what its word means, where nothing else of it is another. */
const definedText = (verdict: Verdict): string => `${verdictText(verdict)} ${verdictMeaning(verdict)}`;

function evidenceText({
  id: _id,
  noteSign: _sign,
  copyKept: _copy,
  pdfPages: _pages,
  document,
  ...evidence
}: ClaimPublication["evidence"][number]): string {
  return [...Object.values(evidence), ...Object.values(document ?? {})]
    .filter((value) => value !== null && value !== "")
    .join("; ");
}

function searchText({ lookedFor, place, searchedAt }: ClaimPublication["searches"][number]): string {
  return [lookedFor, place, searchedAt].join("; ");
}

/** The numbers of the statements that are new or changed, for readers of a correction. Empty where nothing stood before. */
export function correctedNumbers(before: PublicationContent | null, after: ArticlePublication): number[] {
  if (before?.kind !== "ARTICLE") return [];
  return statementChanges(before, after).flatMap((change) =>
    change.kind === "REMOVED" ? [] : [change.after.number],
  );
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
