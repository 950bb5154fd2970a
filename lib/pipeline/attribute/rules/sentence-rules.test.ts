import { describe, expect, test } from "vitest";
import { emptyMemory } from "#lib/pipeline/attribute/speakers/memory";
import { sentencesIn } from "#lib/pipeline/attribute/testing/sentences";
import { creditByRules } from "./sentence-rules";

const speakerOf = (text: string): string | null =>
  creditByRules(sentencesIn(text)[0], emptyMemory())?.mainCredit.speaker ?? null;

describe("behind a quotation any verb tells before its subject", () => {
  test.each([
    ["“It is over now,” deadpanned the minister.", "the minister"],
    ["“We are ready for winter,” beamed Ana Ruiz, the mayor.", "Ana Ruiz"],
    ["“Who would want that?” thundered Tom Hale on Monday.", "Tom Hale"],
  ])("%s", (text, speaker) => expect(speakerOf(text)).toBe(speaker));

  test.each([
    ["a title", "“The Long Quay,” named the best film of the year, is back."],
    ["two words", "“The Quay,” painted Ana Ruiz in gold letters on the wall."],
    ["a quotation that nothing leaves open", "“The quay is open now” painted Ana Ruiz on the wall."],
    ["a participle before its agent", "“The quay is open now,” painted by children, hung on the wall."],
  ])("not behind %s", (_, text) => expect(speakerOf(text)).toBeNull());
});

describe("a clause that closes a sentence tells all of it", () => {
  test.each([
    ["The mayor said the fund was full although nobody had looked, the auditor says.", "the auditor"],
    ["The club denied that it had made an offer, the Gazette reported on Monday.", "the Gazette"],
    ["The ministry says that the bank knew of it, a leaked report alleges.", "a leaked report"],
  ])("%s", (text, speaker) => expect(speakerOf(text)).toBe(speaker));

  test.each([
    ["He said he would go, and she said she would stay at home.", null],
    ["The mayor said that the road, which the council says is old, is safe.", "the mayor"],
    ["Ana Ruiz said the plan was good, and that it was late.", "Ana Ruiz"],
  ])("but no other: %s", (text, speaker) => expect(speakerOf(text)).toBe(speaker));
});

describe("a clause without “that”", () => {
  test.each([
    ["The census office projects the town will have 40,000 people by 2030.", "the census office"],
    ["Ana Ruiz noted the old quay was closed in May.", "Ana Ruiz"],
    ["The harbour board posted on Facebook that the quay was closed.", "the harbour board"],
  ])("%s", (text, speaker) => expect(speakerOf(text)).toBe(speaker));

  test.each([
    "Ana Ruiz called the men who were on the quay.",
    "Ana Ruiz posted the picture on Monday, and it was gone at noon.",
    "Ana Ruiz posted on Facebook a picture of the quay that was gone at noon.",
  ])("is none: %s", (text) => expect(speakerOf(text)).toBeNull());
});

describe("what somebody gives in words of their own", () => {
  test.each([
    ["Ana Ruiz’s answer to all of it: “Not while I am mayor.”", "Ana Ruiz"],
    ["The ministry’s short reply: “The quay stays open.”", "the ministry"],
  ])("%s", (text, speaker) => expect(speakerOf(text)).toBe(speaker));

  test.each(["The answer to the riddle: “A door that is not a door.”", "Fans’ verdict: “It is over now.”"])(
    "is nobody's: %s",
    (text) => expect(speakerOf(text)).toBeNull(),
  );
});

describe("between two commas", () => {
  test("whoever tells it to somebody tells what stands around it", () => {
    expect(speakerOf("The defendant, prosecutor Hal Dimmock told jurors, kept two sets of books.")).toBe(
      "Hal Dimmock",
    );
  });

  test("somebody who is told of tells nothing", () => {
    expect(speakerOf("The keeper, a story told by sailors, was a ghost.")).toBeNull();
  });
});

describe("who is told stands before what is", () => {
  test.each([
    ["Surveyors advised the members that the roof would cost a million.", "surveyors"],
    ["Ana Ruiz reminded them that the quay was closed.", "Ana Ruiz"],
    ["The writers caution that the sample was small.", "the writers"],
  ])("%s", (text, speaker) => expect(speakerOf(text)?.toLowerCase()).toBe(speaker.toLowerCase()));

  test.each([
    "Ana Ruiz advised the members on the roof that had fallen.",
    "Ana Ruiz cautioned against a plan that would close the quay.",
  ])("nothing is: %s", (text) => expect(speakerOf(text)).toBeNull());
});

describe("an outlet has a plural verb in British English", () => {
  test.each([
    ["Italian outlet Quay Norte claim that the club made an offer.", "Quay Norte"],
    ["Danish paper Dagen report the fee is high.", "Dagen"],
  ])("%s", (text, speaker) => expect(speakerOf(text)).toBe(speaker));

  test.each([
    "The insurers paid the Rossi claim that Tom Hale made.",
    "A Senate report that Tom Hale wrote is out.",
  ])("elsewhere it is a noun: %s", (text) => expect(speakerOf(text)).toBeNull());
});

describe("what only looks like a cue", () => {
  test.each([
    "Prices slipped as buyers weighed reports that the board may lift its quota.",
    "The film tells the story of a keeper who goes blind.",
  ])("%s", (text) => expect(speakerOf(text)).toBeNull());
  test("what isn't found is a finding, too", () =>
    expect(speakerOf("The research team found no link between tea and sleep.")).toBe("the research team"));
});

describe("who tells within what is told doesn't tell the sentence", () => {
  test.each([
    "A note that went from hand to hand claims that the ministry told its staff to leave.",
    "One version of it said that Ana Ruiz announced the sale in May.",
  ])("%s", (text) => expect(["the ministry", "Ana Ruiz"]).not.toContain(speakerOf(text)));
  test.each(["The clerks haven't said a word about it.", "The board hasn't announced that it will close."])(
    "nor whoever doesn't speak: %s",
    (text) => expect(speakerOf(text)).toBeNull(),
  );
});
