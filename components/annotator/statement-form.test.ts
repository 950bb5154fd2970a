import { describe, expect, test } from "vitest";
import { StatementFields } from "#lib/domain/reviews";
import {
  complaintOf,
  differences,
  draftOfForm,
  fieldsOf,
  formOfDraft,
  isChanged,
  newForm,
  type StatementForm,
} from "./statement-form";

const TEXT = "The ministry said that it will pay on Monday.";
const form = (changes: Partial<StatementForm> = {}): StatementForm => ({
  ...newForm({ start: 0, end: TEXT.length }),
  asksNarrator: false,
  ...changes,
});

describe("what the verb is given", () => {
  test("a new form is whole", () => {
    expect(StatementFields.safeParse(fieldsOf(form())).success).toBe(true);
  });

  test("where nobody is behind it, nothing about a source is sent, and nothing typed is lost", () => {
    const typed = form({
      sourcing: "NONE",
      speakerName: "the ministry",
      factualitySource: "CT+",
      source: [{ start: 0, end: 12 }],
      relayDepth: 2,
      quoteMode: "INDIRECT",
    });
    expect(fieldsOf(typed)).toMatchObject({
      speaker: null,
      factualitySource: null,
      source: [],
      relayDepth: null,
      quoteMode: null,
    });
    expect(fieldsOf({ ...typed, sourcing: "NAMED_ORGANIZATION" })).toMatchObject({
      speaker: { name: "the ministry" },
      source: [{ start: 0, end: 12 }],
      relayDepth: 2,
    });
  });

  test.each([
    ["one day", { dueFrom: "2024-09-18" }, { dueFrom: "2024-09-18", dueTo: "2024-09-18", precision: "DAY" }],
    [
      "a window",
      { dueFrom: "2024-09-01", dueTo: "2024-09-30", precision: "MONTH" },
      { dueFrom: "2024-09-01", dueTo: "2024-09-30", precision: "MONTH" },
    ],
    ["no date", { precision: "MONTH" }, { dueFrom: null, dueTo: null, precision: "OPEN" }],
  ] as const)("a promise for %s", (_, changes, prediction) => {
    const promise = form({ promises: true, predictionText: "on Monday", ...changes });
    expect(fieldsOf(promise).prediction).toEqual({ text: "on Monday", ...prediction });
  });

  describe("who is behind it", () => {
    const mayor = { id: "s-1", name: "John Smith", kind: "PERSON", role: "mayor" } as const;
    const chosen = form({
      sourcing: "NAMED_PERSON",
      speakerName: "John Smith",
      speakerKind: "PERSON",
      speakerChosen: mayor,
    });

    test("somebody who was chosen is sent by id, and is the one that a statement opens with", () => {
      expect(fieldsOf(chosen).speaker).toEqual(mayor);
      expect(fieldsOf({ ...chosen, speakerRole: "typed before" }).speaker).toEqual(mayor);
    });

    test.each([
      ["another name", { speakerName: "John Smithson" }, { name: "John Smithson", kind: "PERSON" }],
      ["another kind", { speakerKind: "PSEUDONYM" }, { name: "John Smith", kind: "PSEUDONYM" }],
      [
        "another name with a role",
        { speakerName: " Ana Ruiz ", speakerRole: " judge " },
        { name: "Ana Ruiz", kind: "PERSON", role: "judge" },
      ],
    ] as const)("with %s it is somebody else, and with the first again the first", (_, typed, speaker) => {
      const other = { ...chosen, ...typed };
      expect(fieldsOf(other).speaker).toEqual(speaker);
      const back = { speakerName: "John Smith", speakerKind: "PERSON" } as const;
      expect(fieldsOf({ ...other, ...back }).speaker).toEqual(mayor);
    });

    test("two of one name differ by their roles, for whoever compares two forms", () => {
      const player = { ...mayor, id: "s-2", role: "footballer" };
      expect(differences(chosen, { ...chosen, speakerChosen: player }, TEXT)).toMatchObject([
        { mine: "John Smith, mayor", theirs: "John Smith, footballer" },
      ]);
    });

    test("a draft from before speakers could be chosen is read", () => {
      const { speakerChosen: _chosen, speakerRole: _role, ...old } = chosen;
      const draft = formOfDraft({ form: JSON.stringify(old), revision: "1" }, TEXT.length);
      expect(draft?.form).toMatchObject({ speakerName: "John Smith", speakerChosen: null, speakerRole: "" });
    });
  });

  test("pieces are sent where there are several, told where they differ, and missing in an older draft", () => {
    const content = [
      { start: 0, end: 12 },
      { start: 18, end: TEXT.length },
    ];
    const broken = form({ content });
    expect(fieldsOf(broken).content).toEqual(content);
    expect(fieldsOf(form())).not.toHaveProperty("content");
    expect(isChanged(broken, form())).toBe(true);
    expect(differences(broken, form(), TEXT)).toEqual([
      { name: "Left out of the statement", mine: "“said”", theirs: "–" },
    ]);
    const { content: _, ...old } = form();
    expect(formOfDraft({ form: JSON.stringify(old), revision: "" }, TEXT.length)?.form.content).toEqual([]);
  });

  test("a reason without another label is not sent", () => {
    expect(fieldsOf(form({ labelReason: "because" })).labelReason).toBeNull();
  });
});

describe("complaints", () => {
  test.each([
    ["a named source without a name", { sourcing: "DOCUMENT", speakerName: "  " }, "speakerName"],
    ["another label without a reason", { labelOverride: "OPINION" }, "labelReason"],
    ["a promise without its words", { promises: true }, "predictionText"],
    [
      "a window that ends before it begins",
      { promises: true, predictionText: "soon", dueFrom: "2024-02-02", dueTo: "2024-02-01" },
      "dueTo",
    ],
    ["words that are somebody’s, nobody said whose", { asksNarrator: true }, "narrator"],
    [
      "a person by name who is unnamed",
      { sourcing: "UNNAMED_QUALIFIED", speakerName: "Paul Kenny", speakerKind: "PERSON" },
      "speakerKind",
    ],
    [
      "an organisation that is unnamed and bare",
      { sourcing: "UNNAMED_BARE", speakerName: "the Oil Ministry", speakerKind: "ORGANIZATION" },
      "speakerKind",
    ],
    [
      "an unnamed named person",
      { sourcing: "NAMED_PERSON", speakerName: "an official", speakerKind: "UNNAMED" },
      "speakerKind",
    ],
    ["a promise about the past", { promises: true, predictionText: "on Monday", time: "PAST" }, "time"],
  ] as const)("%s", (_, changes, field) => {
    expect(complaintOf(form(changes))?.field).toBe(field);
  });

  test.each([
    ["plain narration", {}],
    ["a bare unnamed source", { sourcing: "UNNAMED_BARE" }],
    [
      "an unnamed source that is described",
      { sourcing: "UNNAMED_QUALIFIED", speakerName: "an official", speakerKind: "UNNAMED" },
    ],
    [
      "a pseudonym at second hand",
      { sourcing: "SECOND_HAND", speakerName: "Sultan1", speakerKind: "PSEUDONYM" },
    ],
    ["a question that its sourcing no longer asks", { asksNarrator: true, sourcing: "NOT_NEEDED" }],
    ["a promise", { promises: true, predictionText: "on Monday", time: "FUTURE" }],
    ["another label with its reason", { labelOverride: "OPINION", labelReason: "It judges." }],
  ] as const)("none about %s", (_, changes) => {
    expect(complaintOf(form(changes))).toBeNull();
  });
});

describe("two forms of one statement", () => {
  test("differ in words, where they differ", () => {
    const found = differences(
      form({ sourcing: "DOCUMENT", speakerName: "a memo" }),
      form({ sourcing: "NAMED_ORGANIZATION", speakerName: "a memo" }),
      TEXT,
    );
    expect(found).toEqual([{ name: "Sourcing", mine: "Document", theirs: "Named organisation" }]);
  });

  test("a flag that is off and one that is missing are the same", () => {
    expect(isChanged(form({ flags: { opinion: false } }), form())).toBe(false);
    expect(isChanged(form({ flags: { opinion: true } }), form())).toBe(true);
  });
});

describe("drafts", () => {
  test("typed before a field was there come back with what it begins with", () => {
    const { asksNarrator, ...older } = form();
    expect(formOfDraft({ form: JSON.stringify(older) }, TEXT.length)?.form).toEqual({
      ...older,
      asksNarrator: false,
    });
  });

  test("come back as they were typed", () => {
    const typed = form({ speakerName: "وزارة المالية", labelReason: "“odd”" });
    expect(formOfDraft(draftOfForm(typed, 3), TEXT.length)).toEqual({ form: typed, revision: 3 });
    expect(formOfDraft(draftOfForm(typed, null), TEXT.length)?.revision).toBeNull();
  });

  test.each([
    ["nothing", {}],
    ["half a form", { form: '{"start":0' }],
    ["another shape", { form: '{"start":0,"end":5}' }],
    ["words outside the text", draftOfForm(form({ end: 9999 }), 1)],
  ])("of %s is none", (_, body) => {
    expect(formOfDraft(body, TEXT.length)).toBeNull();
  });
});
