import { expect, test } from "vitest";
import { quotations } from "./quotations";

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
