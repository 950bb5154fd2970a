import { expect, test } from "vitest";
import { anchorsOf } from "./selector";

const only = (text: string, start: number, end: number) => anchorsOf(text, [{ start, end }])[0];

test("positions count code points: one emoji before the words shifts them by one unit", () => {
  const text = "🙂 The bridge is open.";
  const start = text.indexOf("bridge");
  expect(only(text, start, start + 6)).toEqual({
    start: start - 1,
    end: start + 5,
    prefix: "🙂 The ",
    suffix: " is open.",
  });
});

test("spans of one text are counted in one walk, also where they overlap", () => {
  const text = "🙂🙂 one 🙂 two";
  const one = text.indexOf("one");
  const spans = [
    { start: one, end: one + 3 },
    { start: one, end: text.length },
    { start: text.indexOf("two"), end: text.length },
  ];
  const found = anchorsOf(text, spans);
  const points = [...text];
  expect(found.map(({ start, end }) => points.slice(start, end).join(""))).toEqual([
    "one",
    "one 🙂 two",
    "two",
  ]);
});

test("words are given as much context as tells them from the other places where they stand", () => {
  const text = `${"the same words again and again; ".repeat(6)}end`;
  const { prefix = "", suffix = "" } = only(text, 4, 8) ?? {};
  const whole = prefix + text.slice(4, 8) + suffix;
  expect(text.indexOf(whole)).toBe(text.lastIndexOf(whole));
});

test("context has an end where a page says one thing for ever", () => {
  const text = "said ".repeat(100_000);
  const { prefix = "", suffix = "" } = only(text, 250_000, 250_004) ?? {};
  expect([prefix.length, suffix.length]).toEqual([512, 512]);
});

test("a span outside the text, or before the one in front of it, is a bug of the caller", () => {
  expect(() => only("abc", 1, 9)).toThrow(RangeError);
  expect(() => only("abc", 1, 1)).toThrow(RangeError);
  expect(() =>
    anchorsOf("abc", [
      { start: 1, end: 2 },
      { start: 0, end: 1 },
    ]),
  ).toThrow(RangeError);
});

test("context is cut between characters, never inside one", () => {
  const text = `${"🙂".repeat(40)}bridge${"🙃".repeat(40)}`;
  const start = text.indexOf("bridge");
  const anchor = only(text, start, start + 6);
  expect([anchor?.prefix, anchor?.suffix]).toEqual(["🙂".repeat(32), "🙃".repeat(32)]);
});
