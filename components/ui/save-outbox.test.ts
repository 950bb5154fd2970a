import { describe, expect, test } from "vitest";
import type { Outcome } from "#lib/domain/form-state";
import { MOST_WAITING_SAVES, SENT_BY_ITSELF } from "#lib/domain/waiting-saves";
import * as words from "#lib/words";
import { mayWait, SaveOutbox, WAITS, type WaitingSave, waits } from "./save-outbox";

const unanswered: Outcome = { ok: false, code: "unavailable", message: "", kept: {}, isUnanswered: true };
const signedOut: Outcome = { ok: false, code: "not_signed_in", message: "Sign in", kept: {} };
const conflict: Outcome = { ok: false, code: "conflict", message: "Somebody was first.", kept: {} };
const save = (subject: string, key = `key of ${subject}`) => ({
  subject,
  key,
  act: "claim.edit" as const,
  input: { wording: `Of ${subject}` },
  href: "/desk/claims/1",
});

/** A browser whose store outlives its screens, and a record that answers as it is told. */
function browser() {
  const kept = new Map<string, WaitingSave>();
  const sent: WaitingSave[] = [];
  const timers: { work: () => void; milliseconds: number }[] = [];
  let clock = 0;
  let answer: Outcome = { ok: true };
  let isClosed = false;
  const guarded = async <T>(work: () => T): Promise<T> => {
    if (isClosed) throw new Error("a private window");
    return work();
  };
  return {
    kept,
    sent,
    timers,
    answer: (outcome: Outcome) => {
      answer = outcome;
    },
    pass: (milliseconds: number) => {
      clock += milliseconds;
    },
    close: () => {
      isClosed = true;
    },
    open: (personId = "mara") =>
      new SaveOutbox({
        personId,
        store: {
          read: () => guarded(() => [...kept.values()]),
          keep: (one) => guarded(() => void kept.set(`${one.personId} ${one.subject}`, one)),
          drop: (one) => guarded(() => void kept.delete(`${one.personId} ${one.subject}`)),
        },
        send: async (one) => {
          sent.push(one);
          return answer;
        },
        later: (work, milliseconds) => {
          const timer = { work, milliseconds };
          timers.push(timer);
          return () => void timers.splice(timers.indexOf(timer) >>> 0, 1);
        },
        now: () => clock,
      }),
  };
}

test("what nobody answered and what nobody signed in asked may wait; what was refused may not", () => {
  expect([unanswered, signedOut].every(mayWait)).toBe(true);
  expect([conflict, { ok: true } as const, { ...unanswered, isUnanswered: false }].some(mayWait)).toBe(false);
});

describe("a save that waits", () => {
  test("is sent under its own key, as often as nobody answers, and once more to nobody", async () => {
    const { open, sent, answer, timers } = browser();
    answer(unanswered);
    const outbox = open();
    expect(await outbox.wait(save("a"))).toBe(WAITS);
    await outbox.sendNow();
    await outbox.sendNow();
    expect(outbox.all().every(waits)).toBe(true);
    expect(timers).toHaveLength(1);
    answer({ ok: true });
    await outbox.sendNow();
    await outbox.sendNow();
    expect(sent.map(({ key }) => key)).toEqual(["key of a", "key of a", "key of a"]);
    expect(outbox.all()).toMatchObject([{ outcome: { ok: true } }]);
  });

  test("waits longer each time, and not more than a minute", async () => {
    const { open, answer, timers } = browser();
    answer(unanswered);
    const outbox = open();
    await outbox.wait(save("a"));
    const waited: number[] = [];
    for (let i = 0; i < 8; i += 1) {
      waited.push(timers[0]?.milliseconds ?? 0);
      await outbox.sendNow();
    }
    expect(waited).toEqual([2, 2, 4, 8, 16, 32, 60, 60].map((seconds) => seconds * 1_000));
  });

  test("outlives a reload, and so does what became of it until its form has heard", async () => {
    const { open, kept, sent, answer } = browser();
    answer(unanswered);
    await open().wait(save("a"));
    answer(conflict);
    const second = open();
    await second.load();
    expect(sent).toHaveLength(1);
    const third = open();
    await third.load();
    expect(third.all()).toMatchObject([{ outcome: conflict }]);
    expect(sent).toHaveLength(1);
    third.drop("a");
    expect(kept.size).toBe(0);
  });

  test("is nobody else's: neither shown to them nor sent", async () => {
    const { open, kept, sent, answer } = browser();
    answer(unanswered);
    await open("mara").wait(save("a"));
    answer({ ok: true });
    const ida = open("ida");
    await ida.load();
    expect(ida.all()).toEqual([]);
    expect([sent.length, kept.size]).toEqual([0, 1]);
  });

  test("stops all others while the session is gone, and they go in the order in which they were pressed", async () => {
    const { open, sent, answer, pass } = browser();
    const outbox = open();
    answer(signedOut);
    await outbox.wait(save("b"));
    pass(1);
    await outbox.wait(save("a"));
    await outbox.sendNow();
    expect(sent.map(({ subject }) => subject)).toEqual(["b"]);
    answer({ ok: true });
    await outbox.sendNow();
    expect(sent.map(({ subject }) => subject)).toEqual(["b", "b", "a"]);
  });

  test("one that is refused holds no other back", async () => {
    const { open, answer } = browser();
    const outbox = open();
    await outbox.wait(save("a"));
    await outbox.wait(save("b"));
    answer(conflict);
    await outbox.sendNow();
    expect(outbox.all().filter(waits)).toEqual([]);
  });

  test("gives way to what is pressed later in its form, and says where somebody typed on", async () => {
    const { open } = browser();
    const outbox = open();
    await outbox.wait(save("a", "first"));
    outbox.changed("a");
    expect(outbox.all()).toMatchObject([{ key: "first", isChanged: true }]);
    await outbox.wait(save("a", "second"));
    expect(outbox.all()).toMatchObject([{ key: "second" }]);
    expect(outbox.all()[0]?.isChanged).toBeUndefined();
  });

  test("that another window sent or called off is sent by none", async () => {
    const { open, sent } = browser();
    const [one, other] = [open(), open()];
    await one.wait(save("a"));
    await other.load();
    other.drop("a");
    await one.sendNow();
    expect(sent).toHaveLength(1);
    expect(one.all()).toEqual([]);
  });

  test("is sent by a window that keeps nothing too", async () => {
    const { open, close, sent } = browser();
    close();
    const outbox = open();
    await outbox.wait(save("a"));
    await outbox.sendNow();
    expect(sent).toHaveLength(1);
  });

  test("is sent by itself for less than a day: then a person looks first", async () => {
    const { open, pass, sent } = browser();
    const outbox = open();
    await outbox.wait(save("a"));
    pass(SENT_BY_ITSELF + 1);
    await outbox.sendNow();
    expect(sent).toEqual([]);
    expect(outbox.all()).toMatchObject([{ outcome: { ok: false, message: words.desk.waiting.old } }]);
  });

  test("is refused where too many wait, or where it is too long", async () => {
    const { open } = browser();
    const outbox = open();
    for (let i = 0; i < MOST_WAITING_SAVES; i += 1) await outbox.wait(save(`form ${i}`));
    expect(await outbox.wait(save("one more"))).toMatchObject({ message: words.desk.waiting.tooMany });
    expect(await outbox.wait(save("form 1", "again"))).toBe(WAITS);
    const long = { ...save("form 2"), input: { note: "a".repeat(300_000) } };
    expect(await outbox.wait(long)).toMatchObject({ message: words.desk.waiting.tooLong });
    expect(outbox.all()).toHaveLength(MOST_WAITING_SAVES);
  });
});
