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
    "early reports",
    "some unconfirmed reports",
    "some estimates",
    "reports",
    "a post shared thousands of times",
    "one viral message",
    "people in the town",
  ])("%s", (phrase) => expect(told(phrase)).toMatchObject({ kind: "UNNAMED", sourcing: "UNNAMED_BARE" }));

  test.each([
    "two strategists",
    "the strategists",
    "strategists at the bank",
    "a strategist",
    "officials",
    "the residents of the quay",
    "three delegates",
    "two ministers",
    "people who were in the hall",
    "guests who attended the dinner",
    "those present",
    "fishermen working off the point",
    "the lighthouse keeper standing on the wall",
    "Neighbours of the mill",
    "Fishermen working off the point",
    "Passers-by near the gate",
  ])("but not %s", (phrase) =>
    expect(told(phrase)).toMatchObject({ kind: "UNNAMED", sourcing: "UNNAMED_QUALIFIED" }),
  );
});

describe("who or what a phrase names", () => {
  test.each([
    ["Supt Peters", "PERSON", "NAMED_PERSON"],
    ["Rogers of the harbour board", "ORGANIZATION", "NAMED_ORGANIZATION"],
    ["the council meeting in Harlen", "ORGANIZATION", "NAMED_ORGANIZATION"],
    ["Harbour Insider senior editor Josh Barrow", "PERSON", "NAMED_PERSON"],
    ["Maria Lopez", "PERSON", "NAMED_PERSON"],
    ["a person familiar with the talks", "UNNAMED", "UNNAMED_BARE"],
    ["The Wall Street Journal", "MEDIA", "MEDIA_REPORT"],
    ["the Gazette", "MEDIA", "MEDIA_REPORT"],
    ["Nina Turner", "PERSON", "NAMED_PERSON"],
    ["NINA", "MEDIA", "MEDIA_REPORT"],
    ["the report", "DOCUMENT", "DOCUMENT"],
    ["the reports", "DOCUMENT", "DOCUMENT"],
    ["police reports", "DOCUMENT", "DOCUMENT"],
    ["early reports by the harbour board", "DOCUMENT", "DOCUMENT"],
    ["a poll released Monday", "DOCUMENT", "DOCUMENT"],
    ["its website", "DOCUMENT", "DOCUMENT"],
    ["accounts filed at the registry", "DOCUMENT", "DOCUMENT"],
    ["Italian outlet Quay Norte", "MEDIA", "MEDIA_REPORT"],
    ["the fact-checking site Shoal", "MEDIA", "MEDIA_REPORT"],
    ["Danish broadcaster TV Fyrn", "MEDIA", "MEDIA_REPORT"],
    ["website editor Maria Lopez", "PERSON", "NAMED_PERSON"],
    ["both ministers", "ORGANIZATION", "NAMED_ORGANIZATION"],
    ["the Ministry of Works", "ORGANIZATION", "NAMED_ORGANIZATION"],
    ["the two sides", "ORGANIZATION", "NAMED_ORGANIZATION"],
    ["Iraq and Kuwait", "ORGANIZATION", "NAMED_ORGANIZATION"],
    ["the insurer", "ORGANIZATION", "NAMED_ORGANIZATION"],
    ["an insurer", "UNNAMED", "UNNAMED_QUALIFIED"],
    ["a friend", "UNNAMED", "UNNAMED_BARE"],
    ["a Facebook page", "UNNAMED", "UNNAMED_BARE"],
    ["one Reddit user", "UNNAMED", "UNNAMED_BARE"],
    ["one commenter", "UNNAMED", "UNNAMED_BARE"],
    ["the internet", "UNNAMED", "UNNAMED_BARE"],
    ["Frank26", "PSEUDONYM", "UNNAMED_BARE"],
    ["several Telegram channels", "UNNAMED", "UNNAMED_BARE"],
    ["a plumber who worked for Tom Hale", "UNNAMED", "UNNAMED_QUALIFIED"],
    ["the village", "ORGANIZATION", "NAMED_ORGANIZATION"],
    ["harbour.example.org", "MEDIA", "MEDIA_REPORT"],
    ["harbour77", "PSEUDONYM", "UNNAMED_BARE"],
    ["@quaywatch", "PSEUDONYM", "UNNAMED_BARE"],
    ["al-Karim", "PERSON", "NAMED_PERSON"],
    ["the documents obtained under the Open Harbour Act", "DOCUMENT", "DOCUMENT"],
    ["mothers across the county", "UNNAMED", "UNNAMED_QUALIFIED"],
    ["a marine scholar", "UNNAMED", "UNNAMED_QUALIFIED"],
    ["both camps", "UNNAMED", "UNNAMED_BARE"],
    ["That's Gardening", "PERSON", "NAMED_PERSON"],
  ])("%s", (phrase, kind, sourcing) => expect(told(phrase)).toMatchObject({ kind, sourcing }));

  test.each([
    "I",
    "I’d",
    "we",
    "personally I",
    "you",
    "the sign",
    "the film",
    "banners",
    "tomorrow",
    "July 15, 1960",
    "September 8",
  ])("nobody: %s", (phrase) => expect(told(phrase)).toBeNull());
});

test.each([
  ["The mayor's adviser, who is ill", "the mayor's adviser"],
  ["Maria Lopez", "Maria Lopez"],
  ["the resort's general manager Garret Turner", "Garret Turner"],
  ["Maria Lopez, a friend of the mayor's who was there", "Maria Lopez"],
  ["Mr Tolly's lawyer, Ann Peck", "Ann Peck"],
  ["the line’s vice president for harbour affairs, Lena Hurt", "Lena Hurt"],
  ["Author and one of the organisers, Kelly L Clark, from Vredeburg", "Kelly L Clark"],
  ["Maria Lopez (harbour chief)", "Maria Lopez"],
  ["Sen. Marco Ruiz (R-Fla.)", "Sen. Marco Ruiz"],
  ["the Norden Mail Lacy Orr", "Lacy Orr"],
  ["the finance blog Wealthpenny", "Wealthpenny"],
  ["a study conducted by the Harbour League", "a study"],
  ["the New Harbour Attorney General", "the New Harbour Attorney General"],
  ["the council on Friday", "the council"],
  ["the Harbour Bank this week", "the Harbour Bank"],
  ["the Gazette recently", "the Gazette"],
  ["the ministry late Tuesday night", "the ministry"],
  ["a harbour official on 3 May", "a harbour official"],
  ["Theresa May", "Theresa May"],
  ["Harbour Party leader Elizabeth May", "Harbour Party leader Elizabeth May"],
  ["The Sunday Mail", "the Sunday Mail"],
  ["Dunne at a crowded meeting", "Dunne"],
  ["a survey of 900 ferry passengers", "a survey"],
  ["port reports of suspected leaks in a tank", "port reports"],
  ["a report from harbour inspectors", "a report from harbour inspectors"],
])("%s reads %s after “attributed to”", (phrase, name) => expect(told(phrase)?.name).toBe(name));

describe("what stands in a bracket", () => {
  test.each([
    ["the Centers for Harbour Safety (CHS)", "the Centers for Harbour Safety", "NAMED_ORGANIZATION"],
    ["the Norwegian Coast Council (NCC)", "the Norwegian Coast Council", "NAMED_ORGANIZATION"],
    ["deputy head of the Union of Port Workers (UPW) Omar Lund", "Omar Lund", "NAMED_PERSON"],
    ["Ana Ruiz (Labour)", "Ana Ruiz", "NAMED_PERSON"],
  ])("%s is %s", (phrase, name, sourcing) => expect(told(phrase)).toMatchObject({ name, sourcing }));

  test("capitals that aren't its initials shorten no body's name", () => {
    expect(told("Ana Ruiz (MP)")).toMatchObject({ name: "Ana Ruiz", kind: "PERSON" });
  });
});

test.each(["this newspaper", "This columnist", "I", "September 8", "Monday"])("%s is nobody else", (phrase) =>
  expect(told(phrase)).toBeNull(),
);

test.each(["Nobody", "No one", "Neither of them", "none of the men"])("%s is no one", (phrase) =>
  expect(told(phrase)).toBeNull(),
);
