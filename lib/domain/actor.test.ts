import { describe, expect, test } from "vitest";
import { mustProve, PROOF_MINUTES } from "./act-conditions";
import { type Action, type Actor, may } from "./actor";

/** What contributors may not do, and what editors may not do either. Everything else is everybody's who has an account. */
const EDITORS: readonly Action[] = [
  "article.watch",
  "feed.follow",
  "feed.choose",
  "feed.pause",
  "feed.resume",
  "feed.poll",
  "feed.unfollow",
  "review.takeOver",
  "review.return",
  "review.publish",
  "review.withdraw",
  "verdict.write",
  "doubt.dismiss",
  "doubt.reopen",
];
const ADMINS: readonly Action[] = [
  "job.retry",
  "job.retryAll",
  "job.remove",
  "person.invite",
  "person.withdrawInvitation",
  "person.renewInvitation",
  "person.passwordLink",
  "person.setRole",
  "person.disable",
  "person.enable",
  "person.requireFactor",
  "token.create",
  "token.revoke",
];
const EVERYBODY: readonly Action[] = [
  "import.request",
  "import.retry",
  "import.cancel",
  "article.refetch",
  "article.correct",
  "article.correctParts",
  "article.takeBackParts",
  "article.lookThroughParts",
  "article.dismiss",
  "article.takeBack",
  "review.open",
  "review.carryOver",
  "review.submit",
  "suggestion.accept",
  "suggestion.acceptSure",
  "queue.acceptSure",
  "suggestion.giveSureBack",
  "statement.add",
  "statement.edit",
  "outcome.record",
  "outcome.reopen",
  "template.join",
  "template.part",
  "template.leave",
  "annotation.write",
  "claim.create",
  "evidence.add",
  "search.add",
  "draft.save",
  "person.changePassword",
  "account.endSession",
  "account.endOthers",
  "person.confirmLinks",
  "secondFactor.begin",
  "person.setUpFactor",
  "person.removeFactor",
  "person.newRecoveryCodes",
  "passkey.begin",
  "person.addPasskey",
  "person.removePasskey",
];

describe("who may ask for an action", () => {
  test.each(EVERYBODY)("everybody with an account: %s", (action) =>
    expect([may("CONTRIBUTOR", action), may("EDITOR", action), may("ADMIN", action)]).toEqual([
      true,
      true,
      true,
    ]),
  );
  test.each(EDITORS)("no contributor: %s", (action) =>
    expect([may("CONTRIBUTOR", action), may("EDITOR", action), may("ADMIN", action)]).toEqual([
      false,
      true,
      true,
    ]),
  );
  test.each(ADMINS)("nobody but an admin: %s", (action) =>
    expect([may("CONTRIBUTOR", action), may("EDITOR", action), may("ADMIN", action)]).toEqual([
      false,
      false,
      true,
    ]),
  );
});

describe("who must show again that it is them", () => {
  const NOW = new Date("2026-11-23T09:00:00Z");
  const proved = (minutes: number): Actor => ({
    id: "a",
    name: "A",
    role: "ADMIN",
    provedAt: new Date(NOW.getTime() - minutes * 60_000),
  });

  test.each<Action>([
    "person.setRole",
    "person.disable",
    "person.passwordLink",
    "person.invite",
    "token.create",
  ])("before %s, unless they did in the last minutes", (action) => {
    expect(mustProve(proved(0), action, NOW)).toBe(false);
    expect(mustProve(proved(PROOF_MINUTES), action, NOW)).toBe(false);
    expect(mustProve(proved(PROOF_MINUTES + 0.01), action, NOW)).toBe(true);
  });

  test("whoever has no session never gets past it; other acts ask nobody", () => {
    const program: Actor = { id: "a", name: "A", role: "ADMIN" };
    expect(mustProve(program, "person.setRole", NOW)).toBe(true);
    expect(mustProve(program, "review.publish", NOW)).toBe(false);
    expect(mustProve(proved(500), "review.publish", NOW)).toBe(false);
  });
});
