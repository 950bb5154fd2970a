import type {
  ArticlePublication,
  ClaimPublication,
  PublicationContent,
  PublishedStatement,
} from "#lib/domain/publications";
import { overlap } from "#lib/text/span";

/** What differs between two contents of one page or claim: what readers see now and what they will, or what was suggested and what was made of it. */

/** The facts of a statement that readers see, or that its label follows from. */
const FACTS = [
  "exact",
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
  if (fact !== "flags") return statement[fact];
  return Object.entries(statement.flags)
    .flatMap(([name, isSet]) => (isSet ? [name] : []))
    .sort();
}

export type ClaimChange =
  | { readonly part: "wording" | "verdict"; readonly before: string; readonly after: string }
  | {
      readonly part: "unknowns" | "joined" | "evidence" | "searches";
      readonly added: readonly string[];
      readonly removed: readonly string[];
    };

/** The parts of a claim that differ. A piece of evidence that was changed is one that went and one that came. */
export function claimChanges(before: ClaimPublication, after: ClaimPublication): ClaimChange[] {
  const changes: ClaimChange[] = [];
  if (before.claim.wording !== after.claim.wording)
    changes.push({ part: "wording", before: before.claim.wording, after: after.claim.wording });
  const [was, is] = [verdictText(before), verdictText(after)];
  if (was !== is) changes.push({ part: "verdict", before: was, after: is });
  const lists = [
    ["unknowns", before.claim.unknowns, after.claim.unknowns],
    ["joined", joinedTexts(before), joinedTexts(after)],
    ["evidence", before.evidence.map(evidenceText), after.evidence.map(evidenceText)],
    ["searches", before.searches.map(searchText), after.searches.map(searchText)],
  ] as const;
  for (const [part, old, now] of lists) {
    const added = now.filter((one) => !old.includes(one));
    const removed = old.filter((one) => !now.includes(one));
    if (added.length + removed.length > 0) changes.push({ part, added, removed });
  }
  return changes;
}

const joinedTexts = ({ joined = [] }: ClaimPublication): string[] => joined.map(({ wording }) => wording);

const verdictText = ({ verdict }: ClaimPublication): string => `${verdict.code}\n${verdict.explanation}`;

function evidenceText({
  id: _id,
  noteSign: _sign,
  copyKept: _copy,
  ...evidence
}: ClaimPublication["evidence"][number]): string {
  return Object.values(evidence)
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
