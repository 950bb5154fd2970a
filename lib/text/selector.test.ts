import { expect, test } from "vitest";
import { selectorsOf } from "./selector";

test("positions count code points: one emoji before the words shifts them by one unit", () => {
  const text = "🙂 The bridge is open.";
  const start = text.indexOf("bridge");
  expect(selectorsOf(text, { start, end: start + 6 })).toEqual({
    quote: { type: "TextQuoteSelector", exact: "bridge", prefix: "🙂 The ", suffix: " is open." },
    position: { type: "TextPositionSelector", start: start - 1, end: start + 5 },
  });
});

test("a quote is given as much context as makes it unique", () => {
  const text = `${"the same words again and again; ".repeat(3)}${"the same words again and again; ".repeat(3)}end`;
  const { quote } = selectorsOf(text, { start: 4, end: 8 });
  const whole = quote.prefix + quote.exact + quote.suffix;
  expect(text.indexOf(whole)).toBe(text.lastIndexOf(whole));
});

test("a span outside the text is a bug of the caller", () => {
  expect(() => selectorsOf("abc", { start: 1, end: 9 })).toThrow(RangeError);
  expect(() => selectorsOf("abc", { start: 1, end: 1 })).toThrow(RangeError);
});

test("context is cut between characters, never inside one", () => {
  const text = `${"🙂".repeat(40)}bridge${"🙃".repeat(40)}`;
  const start = text.indexOf("bridge");
  const { quote } = selectorsOf(text, { start, end: start + 6 });
  expect([quote.prefix, quote.suffix]).toEqual(["🙂".repeat(32), "🙃".repeat(32)]);
});
