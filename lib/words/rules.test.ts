import { expect, test } from "vitest";
import { z } from "zod";
import { askedText, Complaint, optionalText } from "#lib/domain/complaints";
import { Reason, ReasonRule } from "#lib/domain/reasons";
import { RefusedError } from "#lib/domain/refusals";
import { complaintWords } from "./complaint-words";
import { reasonWords } from "./reason-words";
import { refusalWords } from "./refusal-words";

const complaintOf = (schema: z.ZodType, value: unknown) =>
  complaintWords(schema.safeParse(value).error?.issues[0]);

test.each([
  [askedText("lookedFor", 300), " ", "Write what you looked for"],
  [askedText("lookedFor", 5), "a bridge", "Keep what you looked for under 5 characters"],
  [optionalText(5), "a bridge", "Keep it under 5 characters"],
  [z.string().max(5), "a bridge", "Keep it under 5 characters"],
  [z.array(z.string()).max(1), ["a", "bridge"], "This can’t be read"],
  [
    z.string().min(12, Complaint.enum.shortPassword),
    "x",
    "Use at least 12 characters; a short sentence is good",
  ],
])("a field's complaint in words", (schema, value, sentence) => {
  expect(complaintOf(schema, value)).toBe(sentence);
});

test("zod’s own sentence reaches nobody, and no issue at all has one too", () => {
  expect(complaintOf(z.string(), 4)).toBe("This can’t be read");
  expect(complaintWords({ message: "missing.toString" })).toBe("This can’t be read");
  expect(complaintWords(undefined)).toBe("This can’t be read");
});

test.each(Complaint.options)("%s has a sentence", (message) => {
  expect(complaintWords({ message, maximum: 3 })).toMatch(/^[A-Z]\S* .+|^fetchedAt /);
});

test.each([
  [{ reason: "suggestionsWait", count: 1 }, "1 suggestion still waits."],
  [{ reason: "suggestionsWait", count: 2 }, "2 suggestions still wait."],
  [{ reason: "draftsOpen", count: 1 }, "1 form holds words that you typed and didn’t save."],
  [{ reason: "draftsOpen", count: 2 }, "2 forms hold words that you typed and didn’t save."],
  [{ reason: "ownReview" }, "You wrote part of this,"],
] as const)("a refusal in words: %j", (refusal, begins) => {
  expect(refusalWords(new RefusedError("conflict", refusal)).startsWith(begins)).toBe(true);
});

const REASON = { axis: "SOURCING", rule: "source/cue-verb", version: "1", score: 0.85 } as const;

test.each([
  [
    "made of what the rule found",
    { ...REASON, parameters: { cue: "said", speaker: "Ana Ruiz", because: "PERSON" } },
    "“said” credits it to Ana Ruiz: a person by name.",
  ],
  [
    "with the paper that was cited before",
    { ...REASON, parameters: { cue: "said", speaker: "they", because: "CITED_PAPER", paper: "the note" } },
    "“said” credits it to they: they speak through the note, cited before.",
  ],
  [
    "of a part that a rule typed",
    { ...REASON, axis: "SEGMENT", rule: "segment/link-line" },
    "A line that leads to another post.",
  ],
  ["stored in words, before reasons had parameters", { ...REASON, words: "It was so." }, "It was so."],
  [
    "stored in words under a rule that is gone",
    { ...REASON, rule: "source/gone", words: "It was so." },
    "It was so.",
  ],
])("a reason in words: %s", (_, stored, sentence) => {
  expect(reasonWords(Reason.parse(stored))).toBe(sentence);
});

test("a reason without words under a rule that nobody knows is none", () => {
  expect(Reason.safeParse({ ...REASON, rule: "source/gone" }).success).toBe(false);
});

test.each(ReasonRule.options)("%s has a sentence as a reason", (rule) => {
  expect(reasonWords({ ...REASON, rule, parameters: { label: "REPORTED", type: "BODY" } })).toMatch(
    /^[A-Z“].*\.$/,
  );
});
