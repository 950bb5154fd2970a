import { expect, test } from "vitest";
import { actsFor, foreseenParts, type PartDesk, placesToSplit, typesFor } from "./part-asks";

const text =
  "The quay opens\n\nIt opens on Monday. The mayor said so.\nShips come in May.\n\nOld: banks will shut …";
const part = (words: string, type: "HEADLINE" | "BODY" | "TEASER", post: number) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, type, post, reason: null };
};
const body = part("It opens on Monday. The mayor said so.\nShips come in May.", "BODY", 0);
const teaser = part("Old: banks will shut …", "TEASER", 1);
const headline = part("The quay opens", "HEADLINE", 0);

// The rest of a statement says nothing of where it lies.
const marked = (words: string) =>
  ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, prediction: null }) as never;

function deskOf(change: Partial<PartDesk> = {}): PartDesk {
  return {
    version: { id: "v", text },
    posts: [
      { headline: "The quay opens", date: "2026-05-04", isTeaser: false },
      { headline: null, date: "2026-05-01", isTeaser: true },
    ],
    segments: [headline, body, teaser],
    statements: [],
    suggestions: [],
    partCorrections: [],
    looked: { whole: [body], starts: [teaser] },
    partReading: null,
    facts: [],
    ...change,
  };
}

const atPlaces = (desk: PartDesk) => placesToSplit(desk, body).map((place) => text.slice(place, place + 5));

test("a part may be parted where its sentences and lines begin, but for the first one", () => {
  expect(atPlaces(deskOf())).toEqual(["The m", "Ships"]);
  expect(placesToSplit(deskOf(), headline)).toEqual([]);
});

test("and never inside what is marked, or set aside", () => {
  const whole = marked("It opens on Monday. The mayor said so.");
  expect(atPlaces(deskOf({ statements: [whole] }))).toEqual(["Ships"]);
  expect(atPlaces(deskOf({ aside: { statements: [whole], suggestions: [] } }))).toEqual(["Ships"]);
});

test("only what can be is offered: the first part has nothing above, the page's own post no day of its own here", () => {
  const desk = deskOf();
  expect(actsFor(desk, headline, [])).toEqual(["TYPE"]);
  expect(actsFor(desk, body, placesToSplit(desk, body))).toEqual(["TYPE", "SPLIT", "MERGE", "BEGIN"]);
  expect(actsFor(desk, teaser, [])).toEqual(["TYPE", "MERGE", "JOIN", "DATE"]);
  expect(typesFor(body)).not.toContain("BODY");
});

test("what follows is told before it is saved, and so is why something can't be", () => {
  const desk = deskOf({ statements: [marked("It opens on Monday.")] });
  expect(foreseenParts(desk, { act: "TYPE", start: body.start, type: "COMMENT" })).toMatchObject({
    follows: { leaving: 1 },
  });
  expect(foreseenParts(desk, { act: "DATE", start: body.start, date: null })).toMatchObject({
    refused: expect.stringContaining("own post"),
  });
});
