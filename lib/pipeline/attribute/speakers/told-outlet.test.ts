import { describe, expect, test } from "vitest";
import { creditByRules } from "#lib/pipeline/attribute/rules/sentence-rules";
import { sentencesIn } from "#lib/pipeline/attribute/testing/sentences";
import { emptyMemory, remember } from "./memory";

/** Who stands behind each sentence, as code and outlet, where what was said before is known. */
function read(text: string, own: readonly string[] = []) {
  const memory = emptyMemory(undefined, own);
  return sentencesIn(text).map((sentence) => {
    const found = creditByRules(sentence, memory);
    remember(memory, sentence, found?.speaker ?? null, found !== null);
    const { sourcing, speaker, parameters } = found?.mainCredit ?? {};
    return [sourcing, speaker, parameters?.paper];
  });
}

describe("what a source told an outlet by name, the outlet vouches for", () => {
  test.each([
    ["A source told the Harbour Times that the pier was sold.", "a source", "the Harbour Times"],
    ["An insider told Radio Norrland News that the pier was sold.", "an insider", "Radio Norrland News"],
    ["“The pier is sold,” a source close to the mayor told CNN.", "a source close to the mayor", "CNN"],
    ["A source told the newspaper El Faro that the pier was sold.", "a source", "El Faro"],
    ["Sources told the Coast Herald on Friday that the pier was sold.", "sources", "the Coast Herald"],
  ])("%s", (text, speaker, outlet) => expect(read(text)).toEqual([["MEDIA_REPORT", speaker, outlet]]));
  test("and so for what the same source said then", () => {
    const text = "A source told the Harbour Times that the pier was sold. The source said that it cost £4m.";
    expect(read(text)[1]).toEqual(["MEDIA_REPORT", "the source", "the Harbour Times"]);
    const pronoun = "A source told the Harbour Times that the pier was sold. He added that it cost £4m.";
    expect(read(pronoun)[1]).toEqual(["MEDIA_REPORT", "a source", "the Harbour Times"]);
  });
});

describe("nobody vouches", () => {
  test.each([
    "A source told Ana Ruiz that the pier was sold.",
    "A source told the council that the pier was sold.",
    "A source told the newspaper that the pier was sold.",
    "A source told the newspaper Ana Ruiz had sold the pier.",
    "A source told us that the pier was sold.",
    "A source said that the Harbour Times was sold.",
  ])("where no outlet by name is told: %s", (text) => expect(read(text)[0]?.[0]).toBe("UNNAMED_BARE"));
  test("where it is the page's own outlet", () => {
    const text = "A source told the Harbour Times that the pier was sold.";
    expect(read(text, ["Harbour Times"])).toEqual([["UNNAMED_BARE", "a source", undefined]]);
  });
  test("behind another source, who told no outlet", () => {
    const text =
      "A source told the Harbour Times that the pier was sold. Another source said that it wasn't.";
    expect(read(text)[1]?.[0]).toBe("UNNAMED_BARE");
  });
});

describe("who can be found stands behind it, whoever was told", () => {
  test.each([
    ["Ana Ruiz told the Harbour Times that the pier was sold.", "NAMED_PERSON"],
    ["A police spokesman told the Harbour Times that the pier was sold.", "UNNAMED_QUALIFIED"],
    ["The council told the Harbour Times that the pier was sold.", "NAMED_ORGANIZATION"],
  ])("%s", (text, sourcing) => expect(read(text)[0]?.[0]).toBe(sourcing));
});

describe("what an institution told the writer alone", () => {
  test.each([
    "The Harbour Bank confirmed to me on the phone that the pier was sold.",
    "The bank told me that the pier was sold.",
    "The ministry tells me that the pier was sold.",
  ])("nobody can be asked about: %s", (text) => expect(read(text)[0]?.[0]).toBe("UNNAMED_BARE"));
  test.each([
    "The Harbour Bank told us that the pier was sold.",
    "The Harbour Bank told Ana Ruiz that the pier was sold.",
    "The Harbour Bank said that the pier was sold.",
  ])("but not: %s", (text) => expect(read(text)[0]?.[0]).toBe("NAMED_ORGANIZATION"));
  test("and a person by name can", () =>
    expect(read("Ana Ruiz told me that the pier was sold.")[0]?.[0]).toBe("NAMED_PERSON"));
});
