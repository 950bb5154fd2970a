import { expect, test } from "vitest";
import { quotations } from "./quotations";

test.each([
  ["He said “it is open” and left.", ["“it is open”"]],
  ['"Open," he said. "At last."', ['"Open,"', '"At last."']],
  ["“Banks got memos because ...", ["“Banks got memos because ..."]],
  ["‪”Sorry,” she wrote.", ["”Sorry,”"]],
  ["It's the boys' dog, 6' tall.", []],
  ['A 5" pipe and a 6" pipe.', []],
  ['The 19" screen, "as new", was sold.', ['"as new"']],
  ["‘It is open,’ he said. ‘At last.’", ["‘It is open,’", "‘At last.’"]],
  ["She said: “He told us ‘go’ and left.”", ["“He told us ‘go’ and left.”"]],
  ["«Il pleut», dit-il. „Es regnet“, sagte er.", ["«Il pleut»", "„Es regnet“"]],
  ["", []],
])("quotations of: %s", (text, expected) => {
  const found = quotations(text, { start: 0, end: text.length });
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});
