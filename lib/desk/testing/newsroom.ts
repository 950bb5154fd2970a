import { randomUUID } from "node:crypto";
import { SYSTEM } from "#lib/db/audit/audit";
import { database } from "#lib/db/core/client";
import { openReview, publishReview, submitReview } from "#lib/desk/reviews";
import { acceptSuggestion, rejectSuggestion } from "#lib/desk/statements";
import type { Actor, Role } from "#lib/domain/actor";
import type { StatementFields } from "#lib/domain/reviews";
import { ingest } from "#lib/ingest";

/** People and pages for tests of the verbs. Every page is new: texts carry a number of their own. */

export const NOW = new Date("2024-09-20T08:00:00.000Z");
export const at = { now: NOW };

export async function person(name: string, role: Role = "EDITOR"): Promise<Actor> {
  const { id } = await database().user.create({
    data: { name, email: `${randomUUID()}@example.org`, role, passwordHash: "-" },
  });
  return { id, name, role, provedAt: NOW };
}

/** A page with a headline, four sentences (three of them sourced) and a teaser of another post. */
export function pageText(mark: string): string {
  return [
    "Monday, September 16, 2024",
    `Harbour Council Agrees To Widen The Quay Number ${mark}`,
    `The harbour council agreed on Monday to widen quay ${mark}, the mayor, Lina Aziz, said. Work begins next spring, she said.\n\nThe quay was built in 1931. The ministry said that it will pay half of the cost.`,
    "No comments:",
    "Post a Comment",
    "TNT Wed. 18 Sept. 2024 “Dock workers got memos telling them to be ready this morning because ...",
  ].join("\n\n");
}

export function pageBytes(mark: string): Uint8Array {
  return new TextEncoder().encode(pageText(mark));
}

/** The id of the stored version. */
export async function storedPage(mark: string = randomUUID().slice(0, 8)): Promise<string> {
  const { versionId } = await ingest(
    {
      bytes: pageBytes(mark),
      format: "text",
      mediaType: null,
      url: null,
      publisher: "harbour.example",
      isSample: false,
      requestedBy: SYSTEM,
    },
    at,
  );
  return versionId;
}

export function suggestionsOf(versionId: string) {
  return database().suggestion.findMany({ where: { versionId }, orderBy: { start: "asc" } });
}

/** Accept every suggestion of a version's review; those that are decided already are left. */
export async function acceptAll(writer: Actor, versionId: string, reviewId: string): Promise<void> {
  const decided = await database().suggestionDecision.findMany({ where: { reviewId, undoneAt: null } });
  for (const { id } of await suggestionsOf(versionId)) {
    if (decided.some(({ suggestionId }) => suggestionId === id)) continue;
    await acceptSuggestion(writer, { reviewId, suggestionId: id }, at);
  }
}

/** A review of a new page with everything decided, still a draft. */
export async function draftReview(writer: Actor): Promise<{ versionId: string; reviewId: string }> {
  const versionId = await storedPage();
  const { reviewId } = await openReview(writer, { versionId }, at);
  const [first, ...others] = await suggestionsOf(versionId);
  if (first === undefined) throw new Error("the page has no suggestion");
  for (const { id } of others) await acceptSuggestion(writer, { reviewId, suggestionId: id }, at);
  await rejectSuggestion(writer, { reviewId, suggestionId: first.id, reason: "Not a statement." }, at);
  return { versionId, reviewId };
}

export async function submittedReview(
  writer: Actor,
): Promise<{ versionId: string; reviewId: string; revision: number }> {
  const draft = await draftReview(writer);
  const { revision } = await submitReview(writer, { reviewId: draft.reviewId, revision: 1 }, at);
  return { ...draft, revision };
}

export async function publishedReview(writer: Actor, publisher: Actor) {
  const { versionId, reviewId, revision } = await submittedReview(writer);
  const published = await publishReview(publisher, { reviewId, revision }, at);
  return { versionId, reviewId, revision: published.revision, href: published.href };
}

/** What an editor's form holds for plain narration over these units. */
export function narration(start: number, end: number): StatementFields {
  return {
    start,
    end,
    sourcing: "NONE",
    factualityWriter: "CT+",
    factualitySource: null,
    time: "PAST",
    flags: {},
    quoteMode: null,
    attributionScope: "SENTENCE",
    relayDepth: null,
    speaker: null,
    source: [],
    cue: [],
    labelOverride: null,
    labelReason: null,
    prediction: null,
  };
}
