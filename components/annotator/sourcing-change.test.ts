import { describe, expect, test } from "vitest";
import type { Factuality, Sourcing } from "#lib/domain/labels";
import { consequencesOf, NARRATORS, narratorOf, withNarrator, withSourcing } from "./sourcing-change";
import { complaintOf, fieldsOf, newForm, type StatementForm } from "./statement-form";

const form = (changes: Partial<StatementForm> = {}): StatementForm => ({
  ...newForm({ start: 0, end: 20 }),
  asksNarrator: false,
  ...changes,
});

const attributed = form({
  sourcing: "NAMED_PERSON",
  speakerName: "Paul Kenny",
  speakerKind: "PERSON",
  source: [{ start: 0, end: 4 }],
  cue: [{ start: 5, end: 9 }],
  factualityWriter: "Uu",
  factualitySource: "CT-",
  quoteMode: "INDIRECT",
});

describe("another sourcing", () => {
  test.each<[Sourcing, Sourcing, string, string, string]>([
    ["NAMED_PERSON", "NAMED_ORGANIZATION", "NINA", "PERSON", "ORGANIZATION"],
    ["NAMED_PERSON", "MEDIA_REPORT", "NINA", "PERSON", "MEDIA"],
    ["SECOND_HAND", "FIRST_HAND", "Sultan1", "PSEUDONYM", "PSEUDONYM"],
    ["UNNAMED_BARE", "UNNAMED_QUALIFIED", "an official", "UNNAMED", "UNNAMED"],
    ["NONE", "UNNAMED_BARE", "", "PERSON", "UNNAMED"],
    ["NAMED_PERSON", "UNNAMED_QUALIFIED", "Paul Kenny", "PERSON", "PERSON"],
    ["UNNAMED_QUALIFIED", "NAMED_PERSON", "an official", "UNNAMED", "UNNAMED"],
  ])("from %s to %s, “%s” is no longer %s but %s", (from, to, speakerName, speakerKind, kind) => {
    expect(
      withSourcing(form({ sourcing: from, speakerName, speakerKind } as StatementForm), to),
    ).toMatchObject({
      speakerKind: kind,
      speakerName,
    });
  });

  test("a person who is named can’t be saved as unnamed", () => {
    expect(complaintOf(withSourcing(attributed, "UNNAMED_QUALIFIED"))?.field).toBe("speakerKind");
  });

  test("without a source, the denial stays a denial and does not become a maybe", () => {
    const plain = withNarrator(withSourcing(attributed, "NONE"), "PUBLISHER");
    expect(fieldsOf(plain)).toMatchObject({ factualityWriter: "CT-", factualitySource: null });
    expect(narratorOf(plain)).toBe("PUBLISHER");
  });

  test("there and back again changes nothing", () => {
    expect(withSourcing(withSourcing(attributed, "NONE"), "NAMED_PERSON")).toEqual(attributed);
  });

  test("a writer who commits to it goes on doing so without a source", () => {
    expect(withSourcing({ ...attributed, factualityWriter: "PR+" }, "NONE").factualityWriter).toBe("PR+");
  });

  test("the same sourcing again asks nothing", () => {
    const plain = form();
    expect(withSourcing(plain, "NONE")).toBe(plain);
  });
});

describe("whose words they are", () => {
  test("is asked at once where no source is given, and only there", () => {
    expect(narratorOf(withSourcing(attributed, "NONE"))).toBeNull();
    expect(complaintOf(withSourcing(attributed, "NONE"))?.field).toBe("narrator");
    expect(complaintOf(withSourcing(attributed, "NOT_NEEDED"))).toBeNull();
    expect(complaintOf(newForm({ start: 0, end: 5 }))?.field).toBe("narrator");
  });

  test.each(NARRATORS)(
    "%s is what the form holds once it is answered, whatever was said before",
    (narrator) => {
      for (const factualityWriter of ["CT+", "PS+", "PR-", "CTu", "Uu"] satisfies Factuality[])
        for (const flags of [
          {},
          { opinion: true },
          { forecast: true },
          { insiderWording: true, opinion: true },
        ])
          expect(
            narratorOf(withNarrator(form({ factualityWriter, flags, asksNarrator: true }), narrator)),
          ).toBe(narrator);
    },
  );
});

describe("what follows", () => {
  test("nothing, where the sourcing is as it was", () => {
    expect(consequencesOf(attributed, { ...attributed, time: "FUTURE" })).toEqual([]);
  });

  test("a sourcing of the same kind changes no label, and nothing is taken away", () => {
    expect(consequencesOf(attributed, withSourcing(attributed, "NAMED_ORGANIZATION"))).toEqual([]);
  });

  test("no source: another label, the page’s own certainty, and all that was marked goes", () => {
    expect(consequencesOf(attributed, withSourcing(attributed, "NONE"))).toEqual([
      { kind: "label", from: "REPORTED", to: "UNSOURCED_ASSERTION" },
      { kind: "certainty", from: "CT-", to: "CT-", hasSource: false },
      { kind: "takenAway", fields: ["speakerName", "source", "cue", "quoteMode"] },
    ]);
  });

  test("a source where there was none: the certainty is the source’s", () => {
    const rumour = form({ factualityWriter: "PS+" });
    expect(consequencesOf(rumour, withSourcing(rumour, "NAMED_PERSON"))).toEqual([
      { kind: "label", from: "UNSOURCED_SPECULATION", to: "REPORTED" },
      { kind: "certainty", from: "PS+", to: "PS+", hasSource: true },
    ]);
  });
});
