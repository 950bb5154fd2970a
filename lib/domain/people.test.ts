import { expect, test } from "vitest";
import { Email, Password, passwordProblem } from "./people";

const account = { email: "jonas.berg@example.org" };

test.each([
  "three green lamps burn",
  "correct horse battery staple",
  "Jonas rows across the lake at dawn",
  "ئەمە ڕستەیەکی کوردییە",
  "九つの緑のランプが静かに燃えている",
  "x7#Kp!02mVq9",
])("%s is a password", (password) => {
  expect(Password.safeParse(password).success).toBe(true);
  expect(passwordProblem(password, account)).toBeNull();
});

test.each([
  ["aaaaaaaaaaaa", "easyPassword"],
  ["abababababab", "easyPassword"],
  ["123456789012", "easyPassword"],
  ["abcdefghijkl", "easyPassword"],
  ["zyxwvutsrqpo", "easyPassword"],
  ["jonas.berg@example.org", "passwordIsAddress"],
  ["Jonas.Berg2026", "passwordIsAddress"],
])("%s is not: %s", (password, why) => expect(passwordProblem(password, account)).toBe(why));

test("a short name in the address forbids nothing", () => {
  expect(passwordProblem("al sings in the quiet bath", { email: "al@example.org" })).toBeNull();
  expect(passwordProblem("three green lamps burn", { email: null })).toBeNull();
});

test("length is counted, and bounded", () => {
  expect(Password.safeParse("eleven char").success).toBe(false);
  expect(Password.safeParse("a b".repeat(100)).success).toBe(false);
});

test.each([
  [" Jonas@Example.ORG ", "jonas@example.org"],
  ["a+b@mail.example.org", "a+b@mail.example.org"],
])("%j becomes %s", (typed, kept) => expect(Email.parse(typed)).toBe(kept));

test.each(["contributor-d@example", "name", "a b@example.org", `${"a".repeat(250)}@example.org`])(
  "%s is no address",
  (typed) => expect(Email.safeParse(typed).success).toBe(false),
);
