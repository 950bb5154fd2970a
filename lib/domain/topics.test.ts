import { describe, expect, test } from "vitest";
import { type MergingTopic, MOST_MERGED, refuseMergingTopics, refusePartingTopic } from "./topics";
import { AddTopic, NameTopic, TopicName } from "./topics-shapes";

const ID = "0195f1d0-0000-7000-8000-000000000001";
const complaint = (name: string) => TopicName.safeParse(name).error?.issues[0]?.message;

describe("the name of a topic", () => {
  test.each([
    ["  Economy ", "Economy"],
    ["e\u0301conomie", "économie"],
    ["Water  and\u00a0power", "Water and power"],
    ["اقتصاد", "اقتصاد"],
    ["می\u200cخواهم", "می\u200cخواهم"],
    ["x".repeat(60), "x".repeat(60)],
    ["𝒳".repeat(60), "𝒳".repeat(60)],
  ])("%j is %j", (typed, name) => expect(TopicName.parse(typed)).toBe(name));

  test.each([
    ["", "noTopic"],
    [" \u00a0 ", "noTopic"],
    ["x".repeat(61), "longTopic"],
    ["x".repeat(10_000), "longTopic"],
    ["two\nlines", "disguisedName"],
    ["two\u2028lines", "disguisedName"],
    ["turned \u202eround", "disguisedName"],
    ["isolated \u2067round", "disguisedName"],
    ["\u200fmarked", "disguisedName"],
    ["pаypal", "disguisedName"],
    ["!!!", "nameWithoutLetters"],
  ])("%j: %s", (typed, wrong) => expect(complaint(typed)).toBe(wrong));
});

test("a tag is of a page’s review or of a claim, not of both and not of neither", () => {
  const isRead = (of: object) => AddTopic.safeParse({ name: "Economy", ...of }).success;
  expect([isRead({ reviewId: ID }), isRead({ claimId: ID })]).toEqual([true, true]);
  expect([isRead({}), isRead({ reviewId: ID, claimId: ID })]).toEqual([false, false]);
});

test("a definition is kept on one line, or is none", () => {
  const read = (definition: string) =>
    NameTopic.safeParse({ topicId: ID, revision: 1, name: "A", definition });
  expect(read(" ").data?.definition).toBeNull();
  expect(read("What prices do.\nAnd wages.").data?.definition).toBe("What prices do. And wages.");
  expect(read("turned \u202e round").success).toBe(false);
  expect(read("What  prices do.").data?.definition).toBe("What prices do.");
  expect(read("x".repeat(301)).success).toBe(false);
});

describe("merging", () => {
  const topic = (id: string, more: Partial<MergingTopic> = {}): MergingTopic => ({
    id,
    name: id,
    mergedInto: null,
    size: 1,
    ...more,
  });
  const why = (from: MergingTopic, into: MergingTopic) => {
    try {
      refuseMergingTopics(from, into);
      return null;
    } catch (error) {
      return (error as Error).message;
    }
  };

  test("what stands alone is merged into another that does", () => {
    expect(why(topic("a"), topic("b"))).toBeNull();
    expect(why(topic("a"), topic("a"))).toBe("topicIntoItself");
    expect(why(topic("a", { mergedInto: "c" }), topic("b"))).toBe("topicMergedAway");
    expect(why(topic("a"), topic("b", { mergedInto: "c" }))).toBe("topicMergedAway");
    expect(why(topic("a", { size: MOST_MERGED }), topic("b"))).toBe("manyTopicsMerged");
  });

  test("what is merged is parted", () => {
    expect(() => refusePartingTopic(topic("a", { mergedInto: "b" }))).not.toThrow();
    expect(() => refusePartingTopic(topic("a"))).toThrow("topicNotMerged");
  });
});
