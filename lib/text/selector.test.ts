import fc from "fast-check";
import { expect, test } from "vitest";
import { quotations } from "#lib/english/quotations";
import { normalise } from "./normalise";
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

test("normalising changes line ends, the mark and the form, and nothing else", () => {
  expect(normalise("\uFEFFa\r\nb\rc\u00A0d\u200B\u202Ee")).toBe("a\nb\nc\u00A0d\u200B\u202Ee");
  expect(normalise("Sa\u0308lzburg")).toBe("Sälzburg");
  expect(normalise("هەولێر")).toBe("هەولێر".normalize("NFC"));
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(normalise(normalise(text))).toBe(normalise(text));
    }),
  );
});

test.each([
  ["He said “it is open” and left.", ["“it is open”"]],
  ['"Open," he said. "At last."', ['"Open,"', '"At last."']],
  ["“Banks got memos because ...", ["“Banks got memos because ..."]],
  ["‪”Sorry,” she wrote.", ["”Sorry,”"]],
  ["It's the boys' dog, 6' tall.", []],
  ['A 5" pipe and a 6" pipe.', []],
])("quotations of: %s", (text, expected) => {
  const found = quotations(text, { start: 0, end: text.length });
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});
