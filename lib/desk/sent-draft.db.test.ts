import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor } from "#lib/domain/actor";
import { SENT_DRAFT, sentDraftField } from "#lib/domain/sent-draft";
import { createClaim } from "./claims";
import { saveDraft } from "./drafts";
import { NOW, person } from "./testing/newsroom";

/** What was sent is no draft any more, in the same moment. */

let db: Awaited<ReturnType<typeof freshDatabase>>;
let mara: Actor;
let ida: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  mara = await person("Mara");
  ida = await person("Ida");
});
afterAll(async () => {
  await disconnect();
  await db.close();
});
beforeEach(async () => {
  await database().draft.deleteMany();
});

const FORM = "form:claim";
const later = (seconds: number) => ({ now: new Date(NOW.getTime() + seconds * 1_000) });

/** Answers with when it was saved. */
async function typed(subject = FORM, by = mara, seconds = 0, basedOn: string | null = null): Promise<string> {
  const body = { wording: `Typed ${seconds} seconds later.` };
  const { savedAt } = await saveDraft(by, { personId: by.id, subject, body, basedOn }, later(seconds));
  return savedAt ?? "";
}

const send = (by: Actor, savedAt: string, more: object = {}, subject = FORM) => {
  const draft = { [SENT_DRAFT]: sentDraftField({ subject, savedAt }) };
  return createClaim(by, { wording: "The quay was paid for twice.", ...draft, ...more }, later(60));
};
const kept = () => database().draft.count();

test("a form that is sent takes its draft along", async () => {
  await send(mara, await typed());
  expect(await kept()).toBe(0);
});

test("one that is refused keeps it", async () => {
  await expect(send(mara, await typed(), { wording: "" })).rejects.toMatchObject({ code: "invalid_input" });
  expect(await kept()).toBe(1);
});

test("what another window typed since, another form and another person keep theirs", async () => {
  const first = await typed();
  await typed(FORM, mara, 10, first);
  await typed(FORM, ida);
  await typed("form:other");
  await send(mara, first);
  expect(await kept()).toBe(3);
});

test.each([
  "",
  "yesterday form:claim",
  "2026-13-45T99:99:99.000Z form:claim",
  "claim:1:wording",
  null,
  { form: 1 },
])("%j names no draft, and the form is sent all the same", async (field) => {
  await typed();
  await send(mara, "", { [SENT_DRAFT]: field });
  expect(await kept()).toBe(1);
});

test("a draft that is no form's own is left to its screen", async () => {
  const savedAt = await typed("claim:new");
  await send(mara, savedAt, {}, "claim:new");
  expect(await kept()).toBe(1);
});
