import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CommentPart,
  MOST_MENTIONED,
  nameAtCursor,
  partsOfComment,
  peopleBeginning,
  plainComment,
  readMentions,
} from "./mentions";

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const NAMES = ["Ana", "Ana Bo", "Noor Salih", "Zoë Ömer", "ليلى عزيز", "O’Hara", "J. R. Müller"];
const PEOPLE = NAMES.map((name, i) => ({ id: id(i), name, isOpen: name !== "Noor Salih" }));
const BY_ID = new Map(PEOPLE.map((person) => [person.id, person]));

const named = (typed: string) =>
  readMentions(typed, PEOPLE).mentions.map(({ personId }) => BY_ID.get(personId)?.name);

describe("names in a comment", () => {
  test.each([
    ["@Ana, look", ["Ana"]],
    ["@Ana Bo, look", ["Ana Bo"]],
    ["(@ana bo)", ["Ana Bo"]],
    ["@NOOR SALIH and @Zoë Ömer.", ["Noor Salih", "Zoë Ömer"]],
    ["Zoe\u0308 decomposed: @Zoe\u0308 O\u0308mer", ["Zoë Ömer"]],
    ["ما رأيك، @ليلى عزيز؟", ["ليلى عزيز"]],
    ["@O’Hara’s view", ["O’Hara"]],
    ["@J. R. Müller\n@Ana", ["J. R. Müller", "Ana"]],
    ["@Ana @Ana", ["Ana", "Ana"]],
    ["😀@Ana", ["Ana"]],
  ])("%s", (typed, names) => expect(named(typed)).toEqual(names));

  test.each(["ana@example.org", "a.b+@Ana", "@Anaconda", "@ Ana", "@", "nobody", "@@", "5@Ana"])(
    "nobody is named in: %s",
    (typed) => expect(named(typed)).toEqual([]),
  );

  test("what looks like a name and is nobody’s is told, each once, and stays as it was typed", () => {
    const read = readMentions("@Bob and @bbc_news. and @Bob, but not mail@example.org, @1, @Ana", PEOPLE);
    expect(read.unknown).toEqual(["Bob", "bbc_news"]);
    expect(read.body).toBe("@Bob and @bbc_news. and @Bob, but not mail@example.org, @1, @");
  });

  test("several of one name are all named, but those who can’t sign in; whose account is closed is named where nobody else is", () => {
    const four = [...PEOPLE, ...[90, 91, 92].map((n) => ({ id: id(n), name: "ANA", isOpen: n !== 91 }))];
    expect(readMentions("@Ana", four)).toEqual({
      body: "@",
      mentions: [id(0), id(90), id(92)].map((personId) => ({ at: 0, personId })),
      unknown: [],
    });
    const { body, mentions } = readMentions("So, @ana!", four);
    expect(partsOfComment(body, mentions, BY_ID, id(5))).toEqual([
      { text: "So, " },
      { name: "Ana", isOpen: true, isYou: false },
      { text: "!" },
    ]);
    expect(readMentions("@noor salih", PEOPLE).mentions).toEqual([{ at: 0, personId: id(2) }]);
  });

  test("so many are named, and the rest is left as typed", () => {
    const { body, mentions, unknown } = readMentions("@Ana ".repeat(MOST_MENTIONED + 2).trim(), PEOPLE);
    expect(mentions).toHaveLength(MOST_MENTIONED);
    expect(body.endsWith("@Ana @Ana")).toBe(true);
    expect(unknown).toEqual([]);
  });
});

describe("a comment as it is shown", () => {
  const shown = (typed: string): CommentPart[] => {
    const { body, mentions } = readMentions(typed, PEOPLE);
    return partsOfComment(body, mentions, BY_ID, id(0));
  };

  test("names are those that people have now; a closed account and oneself are told apart", () => {
    const { body, mentions } = readMentions("Ask @Ana Bo or @Noor Salih, not @Ana!", PEOPLE);
    expect(body).not.toMatch(/Bo|Noor/);
    const renamed = new Map(BY_ID).set(id(1), { id: id(1), name: "Ana Berg", isOpen: true });
    expect(partsOfComment(body, mentions, renamed, id(0))).toEqual([
      { text: "Ask " },
      { name: "Ana Berg", isOpen: true, isYou: false },
      { text: " or " },
      { name: "Noor Salih", isOpen: false, isYou: false },
      { text: ", not " },
      { name: "Ana", isOpen: true, isYou: true },
      { text: "!" },
    ]);
  });

  test("an @ that was typed by itself stays one", () => {
    expect(shown("mail me @ noon, @Ana")).toEqual([
      { text: "mail me @ noon, " },
      { name: "Ana", isOpen: true, isYou: true },
    ]);
  });

  test("whatever is typed comes back but for the case of names: nothing is lost", () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom(...NAMES.map((name) => `@${name}`), "@", " "),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const typed = pieces.join("");
        expect(plainComment(shown(typed)).toLowerCase()).toBe(typed.normalize("NFC").toLowerCase());
      }),
    );
  });
});

describe("what is completed while it is typed", () => {
  test.each([
    ["Hello @no", 9, { at: 6, typed: "no" }],
    ["@", 1, { at: 0, typed: "" }],
    ["@Ana Bo", 7, { at: 0, typed: "Ana Bo" }],
    ["@Ana Bo", 3, { at: 0, typed: "An" }],
  ])("%s at %d", (text, cursor, found) => expect(nameAtCursor(text, cursor)).toEqual(found));

  test.each([
    ["mail@ex", 7],
    ["@ An", 4],
    ["@An\nx", 5],
    ["", 0],
    [`@${"x".repeat(70)}`, 71],
  ])("nothing in: %s", (text, cursor) => expect(nameAtCursor(text, cursor)).toBeNull());

  test("by the beginning of any word of a name", () => {
    const names = (typed: string) => peopleBeginning(PEOPLE, typed, 3).map(({ name }) => name);
    expect(names("an")).toEqual(["Ana", "Ana Bo"]);
    expect(names("SAL")).toEqual(["Noor Salih"]);
    expect(names("öm")).toEqual(["Zoë Ömer"]);
    expect(names("")).toHaveLength(3);
    expect(names("x")).toEqual([]);
  });
});
