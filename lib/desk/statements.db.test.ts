import { afterAll, beforeAll, expect, test } from "vitest";
import { articleDesk } from "#lib/db/articles/desk";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import * as words from "#lib/words";
import { writeAnnotation } from "./annotations";
import { draftsUnder, saveDraft } from "./drafts";
import { openReview } from "./reviews";
import {
  acceptSuggestion,
  addStatement,
  editStatement,
  linkStatement,
  rejectSuggestion,
  removeStatement,
  restoreStatement,
  undoDecision,
} from "./statements";
import { at, narration, person, storedPage, suggestionsOf } from "./testing/newsroom";

let db: Awaited<ReturnType<typeof freshDatabase>>;
let mara: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  mara = await person("Mara");
});
afterAll(async () => {
  await disconnect();
  await db.close();
});

const refusals = words.refusals;
const deskErrors = words.deskErrors;
const errors = words.errors;
const later = new Date(at.now.getTime() + 1000);

/** A new page under review, with its suggestions in page order. */
async function underReview() {
  const versionId = await storedPage();
  const { reviewId } = await openReview(mara, { versionId }, at);
  const suggestions = await suggestionsOf(versionId);
  const [first, second] = suggestions;
  if (!first || !second) throw new Error("the page has suggestions");
  const { text } = await database().articleVersion.findUniqueOrThrow({ where: { id: versionId } });
  return { versionId, reviewId, suggestions, first, second, text };
}

const statementOf = (id: string) =>
  database().statement.findUniqueOrThrow({
    where: { id },
    include: {
      prediction: true,
      speaker: true,
      attributions: { orderBy: { position: "asc" }, include: { attribution: { include: { spans: true } } } },
    },
  });

const standingDecisions = (suggestionId: string) =>
  database().suggestionDecision.findMany({ where: { suggestionId, undoneAt: null } });

test("an accepted suggestion becomes a statement with its speaker, attributions and window", async () => {
  const { reviewId, suggestions } = await underReview();
  const rumour = suggestions.at(-1);
  const sourced = suggestions.find(({ speakerId }) => speakerId !== null);
  if (!rumour || !sourced) throw new Error("the page has a rumour and a sourced sentence");
  const accepted = await acceptSuggestion(mara, { reviewId, suggestionId: sourced.id }, at);
  const statement = await statementOf(accepted.statementId);
  expect(statement).toMatchObject({
    exact: sourced.exact,
    label: sourced.label,
    speakerId: sourced.speakerId,
    claimId: null,
  });
  expect(statement.attributions.length).toBeGreaterThan(0);
  const { statementId } = await acceptSuggestion(mara, { reviewId, suggestionId: rumour.id }, at);
  expect((await statementOf(statementId)).prediction).toMatchObject({
    dueTo: new Date("2024-09-18T00:00:00Z"),
    resolvedFrom: new Date("2024-09-18T00:00:00Z"),
  });
});

test("a suggestion is decided once, and the decision can be taken back", async () => {
  const { reviewId, first } = await underReview();
  const one = { reviewId, suggestionId: first.id };
  const { statementId } = await acceptSuggestion(mara, one, at);
  await expect(rejectSuggestion(mara, one, at)).rejects.toThrow(refusals.alreadyDecided);
  await undoDecision(mara, one, at);
  expect((await statementOf(statementId)).removedAt).not.toBeNull();
  await expect(undoDecision(mara, one, at)).rejects.toThrow(refusals.notDecided);
  await rejectSuggestion(mara, { ...one, reason: "A heading." }, at);
  expect(await standingDecisions(first.id)).toMatchObject([{ kind: "REJECTED", reason: "A heading." }]);
});

test("two hands that decide one suggestion at once make one statement", async () => {
  const { reviewId, first } = await underReview();
  const one = { reviewId, suggestionId: first.id };
  const raced = await Promise.allSettled([acceptSuggestion(mara, one, at), acceptSuggestion(mara, one, at)]);
  expect(raced.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await database().statement.count({ where: { reviewId } })).toBe(1);
});

test("a suggestion of another page is not here", async () => {
  const { reviewId } = await underReview();
  const { first } = await underReview();
  await expect(acceptSuggestion(mara, { reviewId, suggestionId: first.id }, at)).rejects.toThrow(
    errors.notFound,
  );
});

test("a suggestion is accepted with changes: other words, a source of the editor's own, a derived label", async () => {
  const { reviewId, first, text } = await underReview();
  const source = text.indexOf("the mayor, Lina Aziz");
  const cue = text.indexOf("said", source);
  const fields = {
    ...narration(first.start, first.end - 1),
    sourcing: "NAMED_PERSON",
    speaker: { name: "Lina Aziz", kind: "PERSON" },
    source: [{ start: source, end: source + 20 }],
    cue: [{ start: cue, end: cue + 4 }],
    time: "PRESENT",
    prediction: { text: "on Monday", dueFrom: "2024-09-16", dueTo: "2024-09-16", precision: "DAY" },
  };
  const { statementId } = await addStatement(mara, { reviewId, suggestionId: first.id, fields }, at);
  const statement = await statementOf(statementId);
  expect(statement).toMatchObject({
    label: "REPORTED",
    derivedLabel: "REPORTED",
    suggestionId: first.id,
    exact: text.slice(first.start, first.end - 1),
    speaker: { name: "Lina Aziz", kind: "PERSON" },
    prediction: { dueTo: new Date("2024-09-16T00:00:00Z"), resolvedFrom: new Date("2024-09-16T00:00:00Z") },
  });
  const spans = statement.attributions[0]?.attribution.spans ?? [];
  expect(spans.map(({ part, start, end }) => [part, text.slice(start, end)])).toEqual(
    expect.arrayContaining([
      ["SOURCE", "the mayor, Lina Aziz"],
      ["CUE", "said"],
    ]),
  );
  expect(await standingDecisions(first.id)).toMatchObject([{ kind: "EDITED", statementId }]);
});

test("what contradicts itself is refused by the verb too, and nothing of it is kept", async () => {
  const { reviewId, first } = await underReview();
  const plain = narration(first.start, first.end - 1);
  const fields = { ...plain, sourcing: "UNNAMED_QUALIFIED", speaker: { name: "Lina Aziz", kind: "PERSON" } };
  await expect(addStatement(mara, { reviewId, suggestionId: first.id, fields }, at)).rejects.toMatchObject({
    code: "invalid_input",
    field: "fields.speaker",
    message: words.desk.form.contradictions.NAMED_AS_UNNAMED("Lina Aziz", "Unnamed, described"),
  });
  expect(await database().statement.count({ where: { reviewId } })).toBe(0);
  const { statementId } = await addStatement(mara, { reviewId, suggestionId: first.id, fields: plain }, at);
  await expect(editStatement(mara, { statementId, revision: 1, fields }, at)).rejects.toMatchObject({
    code: "invalid_input",
  });
});

test("editing keeps the attributions while source and cue stay, and makes one of its own when they change", async () => {
  const { reviewId, suggestions, text } = await underReview();
  const sourced = suggestions.find(({ speakerId, quoteMode }) => speakerId !== null && quoteMode !== null);
  if (!sourced) throw new Error("one sentence is sourced");
  const { statementId } = await acceptSuggestion(mara, { reviewId, suggestionId: sourced.id }, at);
  const before = await statementOf(statementId);
  const vouching = before.attributions[0]?.attribution;
  const spans = (part: string) =>
    (vouching?.spans ?? []).filter((span) => span.part === part).map(({ start, end }) => ({ start, end }));
  const fields = {
    ...narration(before.start, before.end),
    sourcing: "NAMED_PERSON",
    quoteMode: vouching?.quoteMode ?? null,
    speaker: { name: "the mayor", kind: "PERSON" },
    source: spans("SOURCE"),
    cue: spans("CUE"),
  };
  await editStatement(mara, { statementId, revision: 1, fields }, at);
  expect((await statementOf(statementId)).attributions[0]?.attributionId).toBe(vouching?.id);
  const word = text.indexOf("quay");
  const other = { ...fields, source: [{ start: word, end: word + 4 }] };
  await editStatement(mara, { statementId, revision: 2, fields: other }, at);
  const after = await statementOf(statementId);
  expect(after.revision).toBe(3);
  expect(after.attributions[0]?.attributionId).not.toBe(vouching?.id);
  await editStatement(mara, { statementId, revision: 3, fields: narration(before.start, before.end) }, at);
  expect((await statementOf(statementId)).attributions).toEqual([]);
  expect(await database().attribution.count({ where: { id: vouching?.id ?? "" } })).toBe(1);
});

test("a label that differs from the derived one needs a reason, and both are kept", async () => {
  const { reviewId, second } = await underReview();
  const fields = { ...narration(second.start, second.end), labelOverride: "OPINION" };
  await expect(addStatement(mara, { reviewId, fields }, at)).rejects.toMatchObject({
    code: "invalid_input",
    field: "fields.labelReason",
  });
  const given = { reviewId, fields: { ...fields, labelReason: "It is praise." } };
  const { statementId } = await addStatement(mara, given, at);
  expect(await statementOf(statementId)).toMatchObject({
    label: "OPINION",
    derivedLabel: "UNSOURCED_ASSERTION",
    labelReason: "It is praise.",
  });
});

test("a statement lies in the article or a teaser, covers no other's words, and holds whole characters", async () => {
  const { reviewId, first, text } = await underReview();
  const add = (start: number, end: number) =>
    addStatement(mara, { reviewId, fields: narration(start, end) }, at);
  await expect(add(0, 6)).rejects.toThrow(refusals.outsideSegment);
  await expect(add(first.start, text.length)).rejects.toThrow(refusals.outsideSegment);
  await expect(add(first.start, text.length + 1)).rejects.toThrow(refusals.outsideText);
  await acceptSuggestion(mara, { reviewId, suggestionId: first.id }, at);
  await expect(add(first.start, first.end)).rejects.toThrow(refusals.sameSpan);
  await add(first.start, first.start + 11);
});

test("a stale form overwrites nothing", async () => {
  const { reviewId, first } = await underReview();
  const { statementId } = await acceptSuggestion(mara, { reviewId, suggestionId: first.id }, at);
  const fields = narration(first.start, first.end);
  await editStatement(mara, { statementId, revision: 1, fields }, at);
  const stale = { statementId, revision: 1 };
  await expect(editStatement(mara, { ...stale, fields }, at)).rejects.toThrow(deskErrors.stale);
  await expect(removeStatement(mara, stale, at)).rejects.toThrow(deskErrors.stale);
  await expect(linkStatement(mara, { ...stale, claimId: null }, at)).rejects.toThrow(deskErrors.stale);
  expect((await statementOf(statementId)).revision).toBe(2);
});

test("a removed statement counts as rejected, and can be restored as it was decided", async () => {
  const { reviewId, first } = await underReview();
  const { statementId } = await acceptSuggestion(mara, { reviewId, suggestionId: first.id }, at);
  await removeStatement(mara, { statementId, revision: 1 }, at);
  expect(await standingDecisions(first.id)).toMatchObject([{ kind: "REJECTED", statementId: null }]);
  const edit = { statementId, revision: 2, fields: narration(first.start, first.end) };
  await expect(editStatement(mara, edit, at)).rejects.toThrow(refusals.removed);
  await restoreStatement(mara, { statementId, revision: 2 }, at);
  expect(await standingDecisions(first.id)).toMatchObject([{ kind: "ACCEPTED", statementId }]);
  await expect(restoreStatement(mara, { statementId, revision: 3 }, at)).rejects.toThrow(refusals.notRemoved);
});

test("a note is written, rewritten and removed; a stale one is not", async () => {
  const { reviewId, first } = await underReview();
  const { statementId } = await acceptSuggestion(mara, { reviewId, suggestionId: first.id }, at);
  const note = { reviewId, statementId, isPublic: true };
  const written = await writeAnnotation(mara, { ...note, body: "Ask the council." }, at);
  if (written === null) throw new Error("it was written");
  const again = { ...note, annotationId: written.annotationId };
  await writeAnnotation(mara, { ...again, revision: 1, body: "Asked: it is so." }, at);
  await expect(writeAnnotation(mara, { ...again, revision: 1, body: "?" }, at)).rejects.toThrow(
    deskErrors.stale,
  );
  expect(await writeAnnotation(mara, { ...again, revision: 2, body: "" }, at)).toBeNull();
  const row = await database().annotation.findUniqueOrThrow({ where: { id: written.annotationId } });
  expect(row).toMatchObject({ body: "Asked: it is so.", revision: 3 });
  expect(row.removedAt).not.toBeNull();
});

test("a note stands somewhere and says something", async () => {
  const { reviewId, text } = await underReview();
  const write = (more: object) =>
    writeAnnotation(mara, { reviewId, isPublic: false, body: "Look.", ...more }, at);
  await expect(write({})).rejects.toThrow(refusals.notePlace);
  await expect(write({ span: { start: 0, end: text.length + 5 } })).rejects.toThrow(refusals.outsideText);
  await expect(write({ body: "", span: { start: 0, end: 6 } })).rejects.toThrow(refusals.emptyNote);
  await write({ span: { start: 0, end: 6 } });
});

test("characters that can't be stored are refused in words, with their field", async () => {
  const { reviewId } = await underReview();
  const write = (body: string) =>
    writeAnnotation(mara, { reviewId, isPublic: false, span: { start: 0, end: 6 }, body }, at);
  await expect(write("a\u0000b")).rejects.toMatchObject({ message: errors.unstorable, field: "body" });
  await expect(write("a\uD800b")).rejects.toMatchObject({ message: errors.unstorable, field: "body" });
});

test("a draft is kept for its writer alone, leaves no trace in the history, and is forgotten when asked", async () => {
  const events = await database().auditEvent.count();
  const avan = await person("Avan");
  const subject = "claim:0190:verdict";
  const first = await saveDraft(
    mara,
    { personId: mara.id, subject, body: { explanation: "We looked" }, basedOn: null },
    at,
  );
  const second = {
    personId: mara.id,
    subject,
    body: { explanation: "We looked and" },
    basedOn: first.savedAt,
  };
  await saveDraft(mara, second, { now: later });
  expect(await draftsUnder(mara, "claim:0190:")).toMatchObject([
    { subject, body: { explanation: "We looked and" } },
  ]);
  expect(await draftsUnder(avan, "claim:0190:")).toEqual([]);
  await saveDraft(mara, { personId: mara.id, subject, body: null, basedOn: later.toISOString() }, at);
  expect(await draftsUnder(mara, "claim:0190:")).toEqual([]);
  expect(await database().auditEvent.count()).toBe(events);
});

test("a draft is kept only while the person who typed it is signed in", async () => {
  const avan = await person("Avan");
  const draft = {
    personId: mara.id,
    subject: "claim:0192:verdict",
    body: { explanation: "Mine" },
    basedOn: null,
  };
  await expect(saveDraft(avan, draft, at)).rejects.toMatchObject({ code: "not_signed_in" });
  expect(await draftsUnder(avan, "claim:0192:")).toEqual([]);
});

test("a draft that another window saved meanwhile is neither written over nor taken away", async () => {
  const subject = "claim:0191:verdict";
  const elsewhere = {
    personId: mara.id,
    subject,
    body: { explanation: "Typed in a second window" },
    basedOn: null,
  };
  await saveDraft(mara, elsewhere, { now: later });
  const mine = {
    personId: mara.id,
    subject,
    body: { explanation: "Typed here" },
    basedOn: at.now.toISOString(),
  };
  await expect(saveDraft(mara, mine, at)).rejects.toMatchObject({
    code: "conflict",
    message: words.refusals.draftElsewhere,
  });
  await saveDraft(mara, { ...mine, body: null }, at);
  expect(await draftsUnder(mara, "claim:0191:")).toMatchObject([{ body: elsewhere.body }]);
  await saveDraft(mara, { ...mine, basedOn: later.toISOString() }, at);
  expect(await draftsUnder(mara, "claim:0191:")).toMatchObject([{ body: mine.body }]);
});

test("a statement stands in pieces: kept, told in the history, taken back, and refused where it can't", async () => {
  const { reviewId, suggestions, text, versionId } = await underReview();
  const sourced = suggestions.find(({ speakerId, quoteMode }) => speakerId !== null && quoteMode !== null);
  if (!sourced) throw new Error("one sentence is sourced");
  const { statementId } = await acceptSuggestion(mara, { reviewId, suggestionId: sourced.id }, at);
  const { start, end, attributions } = await statementOf(statementId);
  const vouching = attributions[0]?.attribution;
  const spans = (part: string, of = vouching) =>
    (of?.spans ?? [])
      .filter((span) => span.part === part)
      .map((span) => ({ start: span.start, end: span.end }));
  const [first, second] = [text.indexOf(" ", start + 4), text.indexOf(" ", text.indexOf(" ", start + 4) + 1)];
  const pieces = [
    { start, end: first },
    { start: second + 1, end },
  ];
  const whole = {
    ...narration(start, end),
    sourcing: "NAMED_PERSON",
    quoteMode: vouching?.quoteMode ?? null,
    speaker: { name: "the mayor", kind: "PERSON" },
    source: spans("SOURCE"),
    cue: spans("CUE"),
  };
  const fields = { ...whole, content: pieces };
  await editStatement(mara, { statementId, revision: 1, fields }, at);
  const kept = await statementOf(statementId);
  expect(kept.content).toEqual([start, first, second + 1, end]);
  expect(kept.exact).toBe(text.slice(start, end));
  const own = kept.attributions[0]?.attribution;
  expect(own?.id).not.toBe(vouching?.id);
  expect(spans("CONTENT", own)).toEqual(expect.arrayContaining(pieces));
  const desk = await articleDesk(mara, versionId);
  expect(desk?.statements.find(({ id }) => id === statementId)?.content).toEqual(pieces);
  expect(desk?.history[0]?.changes.join()).toContain(text.slice(first, second).trim());
  // The same again makes no attribution of its own, and reads no page.
  await editStatement(mara, { statementId, revision: 2, fields: { ...fields, time: "FUTURE" } }, at);
  expect((await statementOf(statementId)).attributions[0]?.attributionId).toBe(own?.id);
  for (const content of [
    [pieces[0], { start: first, end }],
    [pieces[0], { start: first + 1, end: end - 1 }],
    [pieces[1], pieces[0]],
    Array.from({ length: 9 }, () => pieces[0]),
  ])
    await expect(
      editStatement(mara, { statementId, revision: 3, fields: { ...fields, content } }, at),
    ).rejects.toMatchObject({ code: "invalid_input" });
  expect((await statementOf(statementId)).revision).toBe(3);
  await editStatement(mara, { statementId, revision: 3, fields: whole }, at);
  const back = await statementOf(statementId);
  expect(back.content).toEqual([]);
  expect(spans("CONTENT", back.attributions[0]?.attribution)).toEqual([{ start, end }]);
});
