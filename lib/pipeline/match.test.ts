import { describe, expect, test } from "vitest";
import { match, type NearWording } from "./match";
import { factsOf } from "./match/facts";

const DAY = "2024-07-25";
const facts = (text: string, postedAt: string | null = DAY) => factsOf({ text, postedAt });
const wording = (claimId: string, text: string, more: Partial<NearWording> = {}): NearWording => ({
  claimId,
  text,
  day: DAY,
  isOwn: true,
  share: 0.9,
  ...more,
});
const BRIDGE = wording(
  "bridge",
  "The harbour bridge in Eldmouth will be closed to lorries on 2 August 2024.",
);
const MEMOS = wording("memos", "Banks got memos telling their staff to get ready on 18 September 2024.");

describe("a statement and the claims that are known", () => {
  test("the same words on the same day are the same claim, surely", () => {
    const found = match(facts(BRIDGE.text), [MEMOS, BRIDGE]);
    expect(found).toMatchObject({ claimId: "bridge", relation: "SAME", isSure: true, isOwn: true });
    expect(found?.reasons.map(({ code }) => code)).toContain("same-words");
  });

  test("a wire's slug at its head is no part of what is compared", () => {
    const found = match(facts(`SKARN, July 25 (Quaywire) - ${BRIDGE.text}`), [
      { ...BRIDGE, text: `Port Aldane / NINA / ${BRIDGE.text}` },
    ]);
    expect(found).toMatchObject({ claimId: "bridge", relation: "SAME", isSure: true });
  });

  test("the same promise for another day is a template of it", () => {
    const found = match(facts("Banks got memos telling their staff to get ready on 2 October 2024."), [
      MEMOS,
    ]);
    expect(found).toMatchObject({ claimId: "memos", relation: "TEMPLATE", isSure: false });
    expect(found?.reasons.find(({ code }) => code === "other-time")).toEqual({
      code: "other-time",
      days: ["2024-09-18", "2024-10-02"],
    });
  });

  test("a denial contradicts it", () => {
    const found = match(
      facts("The harbour bridge in Eldmouth will not be closed to lorries on 2 August 2024."),
      [BRIDGE],
    );
    expect(found).toMatchObject({ claimId: "bridge", isSure: false });
    expect(found?.relation).not.toBe("SAME");
  });

  test("a quote that was joined counts as well as the wording", () => {
    const quote = "Lorries are banned from the old crossing at Eldmouth harbour.";
    const found = match(facts(quote), [wording("bridge", quote, { isOwn: false })]);
    expect(found).toMatchObject({ claimId: "bridge", relation: "SAME", isOwn: false });
  });

  test("two claims that are as likely are for a person to tell apart", () => {
    const found = match(facts(BRIDGE.text), [BRIDGE, { ...BRIDGE, claimId: "twin" }]);
    expect(found).toMatchObject({ relation: "SAME", isSure: false });
  });

  test("another wording of the claim that names another day keeps it from being sure", () => {
    const later = wording(
      "bridge",
      "The harbour bridge in Eldmouth will be closed to lorries on 9 August 2024.",
    );
    expect(match(facts(BRIDGE.text), [BRIDGE, later])).toMatchObject({ relation: "SAME", isSure: false });
  });

  test.each([
    ["tomorrow", "Harlen reopens the Eldmouth dam tomorrow.", "2024-07-25", "2019-03-05", false],
    ["before 1970", "Harlen reopened the Eldmouth dam on 3 May 1954.", "1954-05-04", "1954-05-04", true],
    ["after 2100", "Harlen closes the Eldmouth dam on 3 May 2140.", "2024-07-25", "2024-07-25", true],
    ["no day is known", "Harlen reopens the Eldmouth dam tomorrow.", null, null, false],
  ])("days: %s", (_, text, day, other, isSame) => {
    const found = match(facts(text, day), [wording("dam", text, { day: other })]);
    expect(found?.relation === "SAME").toBe(isSame);
  });

  test.each([
    ["Arabic", "أعلن البنك المركزي العراقي رفع سعر صرف الدينار إلى 1200 يوم 5 آب 2024"],
    ["Kurdish", "بانکی ناوەندی عێراق نرخی دینار لە ھەولێر بەرز دەکاتەوە بۆ 1200"],
  ])("%s goes by the same door", (_, text) => {
    expect(match(facts(text), [wording("rate", text)])).toMatchObject({ claimId: "rate", relation: "SAME" });
  });

  test.each([
    ["The RV is tomorrow.", "2024-07-25", "2024-07-25", "SAME"],
    ["The RV is tomorrow.", "2024-07-25", "2019-03-05", "TEMPLATE"],
    ["GESARA starts on Friday!", "2024-07-25", "2019-03-05", "TEMPLATE"],
    ["The RV is any day now.", "2024-07-25", "2019-03-05", "TEMPLATE"],
    ["The RV is any day now.", "2024-07-25", "2024-07-22", "SAME"],
    ["The bank in Harlen reopens soon.", "2024-07-25", "2023-03-05", "TEMPLATE"],
  ])("a rumour of a name and a time is known by these: %s on %s, as on %s", (text, day, other, relation) => {
    expect(match(facts(text, day), [wording("rv", text, { day: other })])).toMatchObject({ relation });
  });

  test("what happened isn't joined to what is to come", () => {
    const signed = wording("treaty", "Pelta Voss signed the water treaty.");
    expect(match(facts("Pelta Voss will sign the water treaty."), [signed])).toMatchObject({
      relation: "SIMILAR",
      isSure: false,
    });
  });

  test.each([
    ["nothing", ""],
    ["marks alone", "… — !!!"],
    ["one word many times", "bank ".repeat(300)],
    ["what fits everything", "It is here."],
    ["two words", "Banks closed."],
  ])("%s is no claim", (_, text) => {
    expect(match(facts(text), [wording("same", text), MEMOS])).toBeNull();
  });

  test("what shares too little with all that is known is not judged", () => {
    expect(match(facts(BRIDGE.text), [{ ...BRIDGE, share: 0.1 }])).toBeNull();
    expect(match(facts(BRIDGE.text), [])).toBeNull();
  });
});
