import fc from "fast-check";
import { expect, test } from "vitest";
import { normalise } from "./normalise";

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
