import { describe, expect, test } from "vitest";
import { MOST_COMMENTS, refuseReopening, refuseReply, refuseResolving, refuseTakingBack } from "./threads";
import { OpenThread, ReplyInThread } from "./threads-shapes";

const OPEN = { revision: 3, comments: 2, resolvedBy: null };
const RESOLVED = { ...OPEN, resolvedBy: { name: "Ana" } };
const ID = "00000000-0000-7000-8000-000000000001";
const reason = (value: unknown) =>
  expect.objectContaining({ refusal: expect.objectContaining({ reason: value }) });

describe("an answer", () => {
  test("goes into an open thread, and into a resolved one by whoever saw that", () => {
    expect(refuseReply(OPEN, false)).toBe(false);
    expect(refuseReply(OPEN, true)).toBe(false);
    expect(refuseReply(RESOLVED, true)).toBe(true);
  });
  test.each([
    [RESOLVED, false, "threadResolvedMeanwhile"],
    [{ ...OPEN, comments: MOST_COMMENTS }, false, "fullThread"],
    [{ ...RESOLVED, comments: MOST_COMMENTS }, true, "fullThread"],
  ])("%# is refused", (thread, reopens, why) =>
    expect(() => refuseReply(thread, reopens)).toThrow(reason(why)),
  );
});

describe("resolving and reopening", () => {
  test("go from one to the other, as they were seen", () => {
    expect(() => refuseResolving(OPEN, 3)).not.toThrow();
    expect(() => refuseReopening(RESOLVED, 3)).not.toThrow();
  });
  test("are refused where somebody was first, or wrote meanwhile", () => {
    expect(() => refuseResolving(RESOLVED, 3)).toThrow(reason("threadResolved"));
    expect(() => refuseResolving(OPEN, 2)).toThrow(reason("threadWentOn"));
    expect(() => refuseReopening(OPEN, 3)).toThrow(reason("threadOpen"));
    expect(() => refuseReopening(RESOLVED, 2)).toThrow(reason("stale"));
  });
});

describe("taking a comment back", () => {
  const own = { authorId: "me", number: 2, isTakenBack: false };
  test("one’s own last one", () => expect(() => refuseTakingBack(own, OPEN, "me")).not.toThrow());
  test.each([
    [{ ...own, authorId: "you" }, "othersComment"],
    [{ ...own, number: 1 }, "commentAnswered"],
    [{ ...own, isTakenBack: true }, "commentTakenBack"],
  ])("%# is refused", (comment, why) =>
    expect(() => refuseTakingBack(comment, OPEN, "me")).toThrow(reason(why)),
  );
});

describe("what comes in", () => {
  test("hangs on a version, on words of it, or on a claim, and says something", () => {
    expect(OpenThread.parse({ versionId: ID, body: " a\r\nb " })).toEqual({ versionId: ID, body: "a\nb" });
    expect(OpenThread.parse({ versionId: ID, start: "1", end: "4", body: "a" })).toMatchObject({
      start: 1,
      end: 4,
    });
    expect(OpenThread.parse({ claimId: ID, body: "a" })).toEqual({ claimId: ID, body: "a" });
    for (const bad of [
      { body: "a" },
      { claimId: ID, versionId: ID, body: "a" },
      { claimId: ID, start: 1, end: 2, body: "a" },
      { versionId: ID, start: 1, body: "a" },
      { claimId: ID, body: " \n" },
      { versionId: ID, start: -1, end: 2, body: "a" },
    ])
      expect(OpenThread.safeParse(bad).success).toBe(false);
    expect(ReplyInThread.safeParse({ threadId: ID, body: "x".repeat(4001) }).success).toBe(false);
    expect(ReplyInThread.safeParse({ threadId: ID, body: "x".repeat(2_000_000) }).success).toBe(false);
  });
});
