import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Action } from "./actor";
import { SECURITY_OF } from "./security";

/** Acts on people, tokens and accounts that the security log needn't know of, each with why. */
const UNTOLD: Readonly<Record<string, string>> = {
  "person.withdrawInvitation": "closes what was open, and is in the history",
  "person.confirmLinks": "a person says that they have read a notice",
};

test("what anybody does to people, accounts and tokens is told to the security log", () => {
  const table = readFileSync("lib/domain/actor.ts", "utf8");
  const acts = [...table.matchAll(/^ {2}"((?:person|account|token)\.\w+)": \[/gm)].map(
    ([, name]) => name as Action,
  );
  expect(acts.length).toBeGreaterThan(10);
  expect(acts.filter((action) => SECURITY_OF[action] === undefined)).toEqual(Object.keys(UNTOLD));
});
