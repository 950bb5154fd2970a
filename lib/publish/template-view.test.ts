import { expect, test } from "vitest";
import type { Telling } from "#lib/domain/template-tellings";
import { templatePieces, timeLine, toldSentences } from "./template-view";

const TODAY = "2026-11-23";
const telling = (said: string | null, dueTo: string | null, result: Telling["result"] = null): Telling => ({
  said,
  dueFrom: dueTo,
  dueTo,
  result,
});

test("what became of a promise, in words that say what they count", () => {
  const told = {
    tellings: [
      telling("2019-03-11", "2019-03-12"),
      telling("2024-09-18", "2024-09-18"),
      telling("2026-11-20", "2026-12-10"),
    ],
    isCut: false,
  };
  expect(toldSentences(told, TODAY)).toBe(
    "Promised 3 times since 11 March 2019. 2 fell due; none is recorded to have happened. 2 are overdue with nothing recorded; half of them for 1804 days or longer (the median).",
  );
  expect(toldSentences({ tellings: [telling(null, "2026-12-10")], isCut: false }, TODAY)).toBe(
    "Promised once. No day has passed yet.",
  );
  expect(
    toldSentences({ tellings: [telling("2026-01-01", "2026-01-02", "HAPPENED")], isCut: true }, TODAY),
  ).toBe("Promised more than 1 times. Its day has passed; 1 happened.");
});

test("slots stand apart; braces that a page wrote are its own", () => {
  expect(templatePieces("The {x} RV is {DATE}, for {AMOUNT}.")).toEqual([
    { text: "The {x} RV is ", isSlot: false },
    { text: "date", isSlot: true },
    { text: ", for ", isSlot: false },
    { text: "amount", isSlot: true },
    { text: ".", isSlot: false },
  ]);
});

const SIZE = { width: 960, height: 470 };
test("each telling is drawn once, inside the picture: later to the right, and for a later day higher", () => {
  const tellings = [
    telling("1969-12-30", "1970-01-02", "DID_NOT_HAPPEN"),
    telling("2024-09-18", "2024-09-18", "HAPPENED"),
    telling("2026-11-20", "2026-12-10"),
    telling("2026-11-21", "2101-01-01"),
    telling("2026-11-22", null),
  ];
  const line = timeLine(tellings, TODAY, SIZE);
  if (line === null) throw new Error("there is something to draw");
  expect(line.marks.map(({ look }) => look)).toEqual(["not", "happened", "open", "open"]);
  for (const { x, y } of line.marks) {
    expect(x).toBeGreaterThanOrEqual(line.area.left);
    expect(x).toBeLessThanOrEqual(line.area.right);
    expect(y).toBeGreaterThanOrEqual(line.area.top);
    expect(y).toBeLessThanOrEqual(line.area.bottom);
  }
  const [a, b, c, d] = line.marks;
  expect(a && b && c && d && a.x < b.x && b.x < c.x && a.y > b.y && b.y > c.y && c.y > d.y).toBe(true);
  expect(line.today && c && b && line.today.y > c.y && line.today.y < b.y).toBe(true);
  expect(line.years.length).toBeLessThan(25);
});

test("one telling, or tellings without days, are no picture", () => {
  expect(timeLine([telling("2024-01-01", "2024-01-02")], TODAY, SIZE)).toBeNull();
  expect(timeLine([telling(null, "2024-01-02"), telling("2024-01-02", null)], TODAY, SIZE)).toBeNull();
});

test("tellings of one day for one day are a picture too", () => {
  const line = timeLine(
    [telling("2024-01-01", "2024-01-01"), telling("2024-01-01", "2024-01-01")],
    "2024-01-01",
    SIZE,
  );
  for (const { x, y } of line?.marks ?? [])
    expect([Number.isFinite(x), Number.isFinite(y)]).toEqual([true, true]);
});
