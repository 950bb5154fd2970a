import { describe, expect, test } from "vitest";
import { tokens } from "#lib/english/tokens";
import { speakerOf } from "./noun-phrase";

const told = (phrase: string) => speakerOf(tokens(phrase));

describe("groups that nobody can ask", () => {
  test.each([
    "some strategists",
    "many of the residents",
    "most voters",
    "various brokers",
    "technologists",
    "critics",
    "critics of the plan",
    "former officials",
  ])("%s", (phrase) => expect(told(phrase)).toMatchObject({ kind: "UNNAMED", sourcing: "UNNAMED_BARE" }));

  test.each([
    "two strategists",
    "the strategists",
    "strategists at the bank",
    "a strategist",
    "officials",
    "the residents of the quay",
  ])("but not %s", (phrase) =>
    expect(told(phrase)).toMatchObject({ kind: "UNNAMED", sourcing: "UNNAMED_QUALIFIED" }),
  );
});

describe("who or what a phrase names", () => {
  test.each([
    ["Supt Peters", "PERSON", "NAMED_PERSON"],
    ["Harbour Insider senior editor Josh Barrow", "PERSON", "NAMED_PERSON"],
    ["Maria Lopez", "PERSON", "NAMED_PERSON"],
    ["a person familiar with the talks", "UNNAMED", "UNNAMED_BARE"],
    ["The Wall Street Journal", "MEDIA", "MEDIA_REPORT"],
    ["Nina Turner", "PERSON", "NAMED_PERSON"],
    ["NINA", "MEDIA", "MEDIA_REPORT"],
    ["the report", "DOCUMENT", "DOCUMENT"],
    ["a poll released Monday", "DOCUMENT", "DOCUMENT"],
    ["its website", "DOCUMENT", "DOCUMENT"],
    ["the Ministry of Works", "ORGANIZATION", "NAMED_ORGANIZATION"],
    ["the two sides", "ORGANIZATION", "NAMED_ORGANIZATION"],
    ["Iraq and Kuwait", "ORGANIZATION", "NAMED_ORGANIZATION"],
    ["the insurer", "ORGANIZATION", "NAMED_ORGANIZATION"],
    ["an insurer", "UNNAMED", "UNNAMED_QUALIFIED"],
    ["a friend", "UNNAMED", "UNNAMED_BARE"],
    ["a plumber who worked for Tom Hale", "UNNAMED", "UNNAMED_QUALIFIED"],
    ["the village", "ORGANIZATION", "NAMED_ORGANIZATION"],
  ])("%s", (phrase, kind, sourcing) => expect(told(phrase)).toMatchObject({ kind, sourcing }));

  test.each(["I", "I’d", "we", "personally I", "you", "the sign", "banners", "tomorrow"])(
    "nobody: %s",
    (phrase) => expect(told(phrase)).toBeNull(),
  );
});

test.each([
  ["The mayor's adviser, who is ill", "the mayor's adviser"],
  ["Maria Lopez", "Maria Lopez"],
])("%s reads %s after “attributed to”", (phrase, name) => expect(told(phrase)?.name).toBe(name));
