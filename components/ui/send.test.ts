import { expect, test } from "vitest";
import type { Act, FormState } from "#lib/domain/form-state";
import { sendKeyIn } from "#lib/domain/send-key";
import { onceClicked, onceSent, Sender } from "./send";

/** A server whose answers are given by hand. */
function server() {
  const keys: (string | null)[] = [];
  const answers: { readonly give: (state: FormState) => void; readonly lose: () => void }[] = [];
  const act: Act = (input) => {
    keys.push(sendKeyIn(input));
    return new Promise((resolve, reject) => {
      answers.push({ give: resolve, lose: () => reject(new Error("connection lost")) });
    });
  };
  return { act, keys, answers };
}

const EVIDENCE = { claimId: "c", title: "The minutes" };

test("what is on its way is not sent again, and both hear the answer", async () => {
  const { act, keys, answers } = server();
  const sender = new Sender();
  const both = [sender.send(act, EVIDENCE), sender.send(act, EVIDENCE)];
  expect(keys).toHaveLength(1);
  answers[0]?.give({ ok: true, data: { evidenceId: "e" } });
  expect(await Promise.all(both)).toEqual([
    { ok: true, data: { evidenceId: "e" } },
    { ok: true, data: { evidenceId: "e" } },
  ]);
});

test("other words, another act and a later sending have keys of their own", async () => {
  const [first, other] = [server(), server()];
  const sender = new Sender();
  const running = [
    sender.send(first.act, EVIDENCE),
    sender.send(first.act, { ...EVIDENCE, title: "The letter" }),
    sender.send(other.act, EVIDENCE),
  ];
  for (const { give } of [...first.answers, ...other.answers]) give({ ok: true });
  await Promise.all(running);
  const again = sender.send(first.act, EVIDENCE);
  first.answers[2]?.give({ ok: true });
  await again;
  const keys = [...first.keys, ...other.keys];
  expect(keys).not.toContain(null);
  expect(new Set(keys).size).toBe(4);
});

test("what was not answered goes out under the same key again, for a while", async () => {
  const { act, keys, answers } = server();
  let now = 0;
  const sender = new Sender(() => now);
  const lost = sender.send(act, EVIDENCE);
  answers[0]?.lose();
  expect(await lost).toMatchObject({ ok: false, code: "unavailable" });
  const again = sender.send(act, EVIDENCE);
  answers[1]?.lose();
  await again;
  now = 6 * 60_000;
  void sender.send(act, EVIDENCE);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

test("a refusal kept nothing, so that the next sending is another one", async () => {
  const { act, keys, answers } = server();
  const sender = new Sender();
  const refused = sender.send(act, EVIDENCE);
  answers[0]?.give({ ok: false, code: "conflict", message: "Somebody was first.", kept: {} });
  await refused;
  void sender.send(act, EVIDENCE);
  expect(keys[1]).not.toBe(keys[0]);
});

test("the second press of a double click asks nothing; a key's press has no count", () => {
  let asked = 0;
  const press = onceClicked(() => {
    asked += 1;
  });
  for (const detail of [1, 2, 3]) press({ detail });
  expect(asked).toBe(1);
  press({ detail: 0 });
  expect(asked).toBe(2);
  let prevented = 0;
  for (const detail of [0, 1, 2]) onceSent({ detail, preventDefault: () => (prevented += 1) });
  expect(prevented).toBe(1);
});
