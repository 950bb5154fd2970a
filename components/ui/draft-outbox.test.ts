import { describe, expect, test } from "vitest";
import type { Outcome } from "#lib/domain/form-state";
import { type DraftBody, DraftOutbox, type Kept } from "./draft-outbox";

const SUBJECT = "claim:1:verdict";
const offline: Outcome = { ok: false, code: "unavailable", message: "No connection", kept: {} };
const signedOut: Outcome = { ok: false, code: "not_signed_in", message: "Sign in", kept: {} };
const conflict: Outcome = { ok: false, code: "conflict", message: "Elsewhere", kept: {} };

/** A browser whose store outlives its screens, and a record that answers as it is told. */
function browser() {
  const kept = new Map<string, Kept>();
  let clock = 0;
  const sent: { subject: string; body: DraftBody | null; basedOn: string | null }[] = [];
  const timers: { work: () => void; milliseconds: number }[] = [];
  let answers: (body: DraftBody | null) => Outcome = (body) => ({
    ok: true,
    ...(body ? { data: { savedAt: `wednesday-${sent.length}` } } : {}),
  });
  const normal = answers;
  return {
    /** What the record hasn't got. */
    waiting: () => [...kept.values()].filter(({ saved }) => saved === undefined),
    pass(milliseconds: number) {
      clock += milliseconds;
    },
    kept,
    sent,
    timers,
    answer(outcome: Outcome | null) {
      answers = outcome === null ? normal : () => outcome;
    },
    open({ personId = "mara", drafts = [] as { subject: string; body: DraftBody; savedAt: string }[] } = {}) {
      return new DraftOutbox({
        personId,
        drafts,
        store: {
          read: async () => [...kept.values()],
          keep: async (waiting) => void kept.set(`${waiting.personId} ${waiting.subject}`, waiting),
          drop: async (waiting) => void kept.delete(`${waiting.personId} ${waiting.subject}`),
        },
        send: async (draft) => {
          sent.push(draft);
          return answers(draft.body);
        },
        later: (work, milliseconds) => {
          const timer = { work, milliseconds };
          timers.push(timer);
          return () => void timers.splice(timers.indexOf(timer) >>> 0, 1);
        },
        now: () => new Date(clock),
      });
    },
  };
}

describe("what is typed", () => {
  test("is in the browser at once, at the record a moment later, and only then called saved", async () => {
    const { open, waiting, sent } = browser();
    const outbox = open();
    outbox.keep(SUBJECT, { text: "We looked" });
    expect(waiting()).toMatchObject([{ body: { text: "We looked" } }]);
    expect(outbox.stateNow()).toEqual({ kind: "saving" });
    await outbox.sendNow();
    expect(sent).toMatchObject([{ subject: SUBJECT, body: { text: "We looked" } }]);
    expect(outbox.stateNow()).toMatchObject({ kind: "saved" });
    expect(waiting()).toEqual([]);
  });

  test("comes back to its form on the same screen, also where the record has it already", async () => {
    const outbox = browser().open();
    outbox.keep(SUBJECT, { text: "We looked" });
    await outbox.sendNow();
    expect(outbox.bodyOf(SUBJECT)).toEqual({ text: "We looked" });
    outbox.forget(SUBJECT);
    expect(outbox.bodyOf(SUBJECT)).toBeNull();
  });

  test("each draft says which one it goes on from", async () => {
    const { open, sent } = browser();
    const outbox = open({ drafts: [{ subject: SUBJECT, body: { text: "a" }, savedAt: "monday" }] });
    outbox.keep(SUBJECT, { text: "ab" });
    await outbox.sendNow();
    outbox.keep(SUBJECT, { text: "abc" });
    await outbox.sendNow();
    expect(sent.map(({ basedOn }) => basedOn)).toEqual(["monday", "wednesday-1"]);
  });
});

test("before a step that asks for no open drafts, what was given up meanwhile is sent too", async () => {
  const { open, sent, waiting } = browser();
  const outbox = open();
  outbox.keep(SUBJECT, { text: "We looked" });
  const first = outbox.sendNow();
  outbox.forget("claim:1:wording");
  outbox.forget(SUBJECT);
  await outbox.settled();
  await first;
  expect(
    sent
      .filter(({ body }) => body === null)
      .map(({ subject }) => subject)
      .sort(),
  ).toEqual([SUBJECT, "claim:1:wording"]);
  expect(waiting()).toEqual([]);
});

test("a page that was read before its draft was saved takes it from the browser, for a minute", async () => {
  const { open, pass, sent, kept } = browser();
  const before = open();
  before.keep(SUBJECT, { text: "We looked" });
  await before.sendNow();
  const loaded = open();
  await loaded.load();
  expect(loaded.bodyOf(SUBJECT)).toEqual({ text: "We looked" });
  expect(sent).toHaveLength(1);
  const newer = { subject: SUBJECT, body: { text: "newer" }, savedAt: "wednesday-9" };
  const later = open({ drafts: [newer] });
  await later.load();
  expect(later.bodyOf(SUBJECT)).toEqual({ text: "newer" });
  pass(61_000);
  const muchLater = open();
  await muchLater.load();
  expect(muchLater.bodyOf(SUBJECT)).toBeNull();
  expect(kept.size).toBe(0);
});

describe("without a connection", () => {
  test("it waits, says so, and is sent by itself, each wait longer than the one before", async () => {
    const { open, answer, timers, waiting } = browser();
    const outbox = open();
    answer(offline);
    outbox.keep(SUBJECT, { text: "We looked" });
    const waits: number[] = [];
    for (let turn = 0; turn < 8; turn += 1) {
      await outbox.sendNow();
      waits.push(timers.at(-1)?.milliseconds ?? 0);
    }
    expect(outbox.stateNow()).toEqual({ kind: "offline" });
    expect(waits).toEqual([2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
    answer(null);
    timers.at(-1)?.work();
    await outbox.sendNow();
    expect(outbox.stateNow()).toMatchObject({ kind: "saved" });
    expect(waiting()).toEqual([]);
  });

  test("a reload finds it again, and sends it", async () => {
    const { open, answer, sent } = browser();
    answer(offline);
    const before = open();
    before.keep(SUBJECT, { text: "We looked" });
    await before.sendNow();
    answer(null);
    const after = open();
    expect(after.bodyOf(SUBJECT)).toBeNull();
    await after.load();
    expect(after.bodyOf(SUBJECT)).toEqual({ text: "We looked" });
    expect(sent.at(-1)).toMatchObject({ subject: SUBJECT, body: { text: "We looked" } });
  });

  test("what is typed while the store is read is not replaced by what waited", async () => {
    const { open, answer } = browser();
    answer(offline);
    const before = open();
    before.keep(SUBJECT, { text: "old" });
    await before.sendNow();
    const after = open();
    const loading = after.load();
    after.keep(SUBJECT, { text: "new" });
    await loading;
    expect(after.bodyOf(SUBJECT)).toEqual({ text: "new" });
  });
});

describe("without a session", () => {
  test("it waits for the same person, and nobody else sends or sees it", async () => {
    const { open, answer, sent } = browser();
    const before = open();
    answer(signedOut);
    before.keep(SUBJECT, { text: "We looked" });
    await before.sendNow();
    expect(before.stateNow()).toEqual({ kind: "signedOut" });
    answer(null);
    const count = sent.length;
    const other = open({ personId: "avan" });
    await other.load();
    expect(other.bodyOf(SUBJECT)).toBeNull();
    expect(sent.length).toBe(count);
    const same = open();
    await same.load();
    expect(sent.at(-1)).toMatchObject({ body: { text: "We looked" } });
  });
});

describe("another window", () => {
  const theirs = { subject: SUBJECT, body: { text: "theirs" }, savedAt: "tuesday" };

  async function bothTyped() {
    const work = browser();
    work.answer(conflict);
    const first = work.open({ drafts: [{ subject: SUBJECT, body: { text: "a" }, savedAt: "monday" }] });
    first.keep(SUBJECT, { text: "mine" });
    await first.sendNow();
    expect(first.stateNow()).toEqual({ kind: "elsewhere" });
    work.answer(null);
    const again = work.open({ drafts: [theirs] });
    await again.load();
    return { ...work, again };
  }

  test("neither draft is written over before both were seen", async () => {
    const { again, sent } = await bothTyped();
    expect(again.bodyOf(SUBJECT)).toEqual({ text: "mine" });
    expect(again.otherOf(SUBJECT)).toEqual({ text: "theirs" });
    const count = sent.length;
    again.keep(SUBJECT, { text: "mine, more" });
    await again.sendNow();
    expect(sent.length).toBe(count);
  });

  test("mine goes on from theirs once it is chosen", async () => {
    const { again, sent, waiting } = await bothTyped();
    again.choose(SUBJECT, "mine");
    await again.sendNow();
    expect(sent.at(-1)).toEqual({
      personId: "mara",
      subject: SUBJECT,
      body: { text: "mine" },
      basedOn: "tuesday",
    });
    expect(waiting()).toEqual([]);
  });

  test("theirs is taken once it is chosen, and mine is gone from the browser", async () => {
    const { again, kept } = await bothTyped();
    again.choose(SUBJECT, "other");
    expect(again.bodyOf(SUBJECT)).toEqual({ text: "theirs" });
    expect(kept.size).toBe(0);
  });

  test("what was given up stays so on a page that was read a moment before, and no longer than that", async () => {
    const given = { subject: SUBJECT, body: { text: "a" }, savedAt: "monday" };
    const { open, pass, kept, waiting } = browser();
    const first = open({ drafts: [given] });
    first.forget(SUBJECT);
    await first.sendNow();
    expect(waiting()).toEqual([]);
    const before = open({ drafts: [given] });
    await before.load();
    expect(before.bodyOf(SUBJECT)).toBeNull();
    expect(before.openUnder("claim:")).toEqual([]);
    const other = open({ drafts: [theirs] });
    await other.load();
    expect(other.bodyOf(SUBJECT)).toEqual({ text: "theirs" });
    pass(61_000);
    await open().load();
    expect(kept.size).toBe(0);
  });

  test("what is given up while it is being saved is given up on the next page too", async () => {
    const { open, waiting, sent } = browser();
    const first = open();
    first.keep(SUBJECT, { text: "a" });
    const sending = first.sendNow();
    first.forget(SUBJECT);
    await sending;
    expect(waiting()).toMatchObject([{ body: null, basedOn: "wednesday-1" }]);
    const next = open({ drafts: [{ subject: SUBJECT, body: { text: "a" }, savedAt: "wednesday-1" }] });
    await next.load();
    expect(next.bodyOf(SUBJECT)).toBeNull();
    expect(sent.at(-1)).toMatchObject({ body: null, basedOn: "wednesday-1" });
  });

  test("giving up a draft doesn’t take away the one of another window", async () => {
    const { open, answer, kept, sent } = browser();
    answer(offline);
    const first = open({ drafts: [{ subject: SUBJECT, body: { text: "a" }, savedAt: "monday" }] });
    first.forget(SUBJECT);
    await first.sendNow();
    answer(null);
    const count = sent.length;
    const again = open({ drafts: [theirs] });
    await again.load();
    expect(again.bodyOf(SUBJECT)).toEqual({ text: "theirs" });
    expect(sent.length).toBe(count);
    expect(kept.size).toBe(0);
  });
});

test("what is refused for what it says is told, and not sent again until it is changed", async () => {
  const { open, answer, sent } = browser();
  const outbox = open();
  answer({ ok: false, code: "invalid_input", message: "Too long", kept: {} });
  outbox.keep(SUBJECT, { text: "x" });
  await outbox.sendNow();
  await outbox.sendNow();
  expect(sent).toHaveLength(1);
  expect(outbox.stateNow()).toEqual({ kind: "refused", message: "Too long" });
  expect(outbox.bodyOf(SUBJECT)).toEqual({ text: "x" });
});

test("what came too fast is told, and sent again a minute later", async () => {
  const { open, answer, timers, waiting } = browser();
  const outbox = open();
  answer({ ok: false, code: "rate_limited", message: "Too many forms", kept: {} });
  outbox.keep(SUBJECT, { text: "x" });
  await outbox.sendNow();
  expect(outbox.stateNow()).toEqual({ kind: "refused", message: "Too many forms" });
  expect(timers.at(-1)?.milliseconds).toBe(60_000);
  answer(null);
  await outbox.sendNow();
  expect(waiting()).toEqual([]);
});

test("forms with words that nobody saved are listed, and empty ones are not", async () => {
  const outbox = browser().open({
    drafts: [
      { subject: "article:1:form:a", body: { form: "{}" }, savedAt: "monday" },
      { subject: "article:1:note:b", body: { body: "hm" }, savedAt: "monday" },
    ],
  });
  outbox.keep("article:1:note:c", { body: "yes" });
  outbox.forget("article:1:form:a");
  expect(outbox.openUnder("article:1:")).toEqual([
    { subject: "article:1:note:b", body: { body: "hm" } },
    { subject: "article:1:note:c", body: { body: "yes" } },
  ]);
  await outbox.sendNow();
});

test("a browser that keeps nothing still sends", async () => {
  const sent: unknown[] = [];
  const refuse = () => Promise.reject(new Error("private window"));
  const outbox = new DraftOutbox({
    personId: "mara",
    drafts: [],
    store: { read: refuse, keep: refuse, drop: refuse },
    send: async (draft) => {
      sent.push(draft);
      return { ok: true, data: { savedAt: "now" } };
    },
    later: () => () => undefined,
    now: () => new Date(0),
  });
  await outbox.load();
  outbox.keep(SUBJECT, { text: "x" });
  await outbox.sendNow();
  expect(sent).toHaveLength(1);
});
