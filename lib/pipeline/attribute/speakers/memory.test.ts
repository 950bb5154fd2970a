import { describe, expect, test } from "vitest";
import { tokens } from "#lib/english/tokens";
import { sentencesIn } from "#lib/pipeline/attribute/testing/sentences";
import { antecedent, asIntroduced, emptyMemory, type Memory, remember } from "./memory";
import { speakerOf } from "./noun-phrase";

const told = (phrase: string) => speakerOf(tokens(phrase));

/** The memory after a text in which `speakers` are quoted, one a sentence; null where nobody is. */
function memoryOf(text: string, ...speakers: (string | null)[]): Memory {
  const memory = emptyMemory();
  sentencesIn(text).forEach((sentence, i) => {
    const speaker = speakers[i] == null ? null : told(speakers[i]);
    remember(memory, sentence, speaker, speaker !== null);
  });
  return memory;
}

/** Whom the pronoun stands for in a sentence that holds no name. */
const meant = (pronoun: string, memory: Memory) =>
  antecedent(memory, pronoun, sentencesIn("It was so, it was said.")[0], 4)?.name ?? null;

describe("a pronoun", () => {
  test.each([
    ["she", memoryOf("It is open, Ana Ruiz said.", "Ana Ruiz"), "Ana Ruiz"],
    ["she", memoryOf("Ana Ruiz was there.", null), "Ana Ruiz"],
    ["she", memoryOf("Ms Wren Falk met Mr Pavel Dorn.", null), "Ms Wren Falk"],
    ["he", memoryOf("Ms Wren Falk met Mr Pavel Dorn.", null), "Mr Pavel Dorn"],
    [
      "he",
      memoryOf("It leaks, Ida Falk said. Her husband Pavel Falk nodded.", "Ida Falk", null),
      "Pavel Falk",
    ],
    [
      "she",
      memoryOf("We sue, Carl Otis said. His lawyer, Ms Dana Pell, nodded.", "Carl Otis", null),
      "Ms Dana Pell",
    ],
    ["he", memoryOf("It is open, a plumber said.", "a plumber"), "a plumber"],
    ["they", memoryOf("It is open, the two sides said.", "the two sides"), "the two sides"],
    ["it", memoryOf("It is open, the ministry said.", "the ministry"), "the ministry"],
    ["it", memoryOf("The Selm Weavers' Union counted its votes.", null), "the Selm Weavers' Union"],
    ["it", memoryOf("The federation turned the offer down.", null), "the federation"],
    [
      "it",
      memoryOf("It is open, the ministry said. The Harbour Board met on Tuesday.", "the ministry", null),
      "the Harbour Board",
    ],
    [
      "it",
      memoryOf("It is open, the ministry said. The cranes stood still.", "the ministry", null),
      "the ministry",
    ],
    ["they", memoryOf("It is open, Robin Otis said.", "Robin Otis"), "Robin Otis"],
    ["it", memoryOf("It is open, the letter said.", "the letter"), "the letter"],
    ["she", memoryOf("It is open, Ana Ruiz said. Omar Aziz nodded.", "Ana Ruiz", null), "Ana Ruiz"],
    ["he", memoryOf("It is open, Ana Ruiz said. Omar Aziz nodded.", "Ana Ruiz", null), "Omar Aziz"],
  ])("%s", (pronoun, memory, name) => expect(meant(pronoun, memory)).toBe(name));

  test.each([
    ["he", emptyMemory()],
    ["he", memoryOf("It is open, Mrs Ruiz said.", "Mrs Ruiz")],
    ["she", memoryOf("“I sent an Unfair Rent Notice.”", null)],
    ["it", memoryOf("It is open, Ana Ruiz said.", "Ana Ruiz")],
    ["it", memoryOf("The Harbour Board met on Tuesday. The tide was high.", null, null)],
    ["it", memoryOf("It is open, the two sides said.", "the two sides")],
    ["they", memoryOf("It is open, Ana Ruiz said.", "Ana Ruiz")],
    ["he", memoryOf("It is open, someone said.", "someone")],
    ["he", memoryOf("It is open, most voters said.", "most voters")],
    ["he", memoryOf("It is open, the report said.", "the report")],
  ])("%s is nobody that was named", (pronoun, memory) => expect(meant(pronoun, memory)).toBeNull());

  test("is a person named before it in its own sentence", () => {
    const [sentence] = sentencesIn("Omar Aziz came late, and he said it was closed.");
    const memory = memoryOf("It is open, Ana Ruiz said.", "Ana Ruiz");
    expect(antecedent(memory, "he", sentence, 7)?.name).toBe("Omar Aziz");
  });
});

describe("as the page introduced them", () => {
  test("a single name is a person's where that person was named in full", () => {
    const memory = memoryOf("It is open, Ana Ruiz said.", "Ana Ruiz");
    expect(asIntroduced(told("Ruiz"), memory)).toMatchObject({ kind: "PERSON" });
    expect(asIntroduced(told("Eurostat"), memory)).toMatchObject({ kind: "ORGANIZATION" });
  });

  test("one of several is what those before were", () => {
    const memory = memoryOf("It is open, two plumbers said.", "two plumbers");
    expect(asIntroduced(told("another"), memory)).toMatchObject({ sourcing: "UNNAMED_QUALIFIED" });
    expect(asIntroduced(told("another"), emptyMemory())).toMatchObject({ sourcing: "UNNAMED_BARE" });
  });
});

describe("a pronoun behind somebody whom the writer knows", () => {
  const spoken = memoryOf("It is open, Omar Lund said.", "Omar Lund");
  const meantIn = (text: string, pronoun: string) => {
    const sentence = sentencesIn(text)[0];
    const at = sentence?.tokens.findLastIndex(({ lower }) => lower === pronoun) ?? -1;
    return antecedent(spoken, pronoun, sentence as NonNullable<typeof sentence>, at + 1)?.name;
  };

  test.each([
    ["My brother welds there, he told me.", "he", "my brother"],
    ["Our old family doctor has left town, he says.", "he", "our old family doctor"],
  ])("%s", (text, pronoun, name) => expect(meantIn(text, pronoun)).toBe(name));

  const meantAfter = (text: string, pronoun: string) => {
    const memory = memoryOf("It is open, Omar Lund said.", "Omar Lund");
    const [first, second] = sentencesIn(text);
    if (first !== undefined) remember(memory, first, null, false);
    const at = second?.tokens.findIndex(({ lower }) => lower === pronoun) ?? -1;
    return antecedent(memory, pronoun, second as NonNullable<typeof second>, at + 1)?.name;
  };

  test.each([
    ["My own sister drives that road. She says it is unsafe.", "she", "my own sister"],
    ["Just spoke with my contact at the bank. He said it is live.", "he", "my contact"],
  ])("in the sentence before: %s", (text, pronoun, name) => expect(meantAfter(text, pronoun)).toBe(name));

  test.each([
    ["who isn't he", "My own sister drives that road. He says it is unsafe.", "he"],
    ["beside somebody with a name", "My lawyer met Tom Hale there. He says it is unsafe.", "he"],
  ])("but none %s", (_, text, pronoun) => expect(meantAfter(text, pronoun)).not.toMatch(/^my/));

  test.each([
    ["a woman isn't he", "My sister welds there, he said.", "he"],
    ["several aren't he", "My brothers weld there, he said.", "he"],
    ["a quotation's my is its speaker's", "“My brother welds there,” he said.", "he"],
    ["a thing doesn't speak", "My house is near, he said.", "he"],
  ])("%s", (_, text, pronoun) => expect(meantIn(text, pronoun)).toBe("Omar Lund"));
});
