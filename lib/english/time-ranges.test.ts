import { expect, test } from "vitest";
import { timeExpressions } from "./time-expressions";

const windowsIn = (text: string) =>
  timeExpressions(text, { start: 0, end: text.length }, "2025-07-02").map(
    ({ start, end, dueFrom, dueTo }) => [text.slice(start, end), dueFrom, dueTo],
  );

test.each([
  ["It will be closed from 14 to 20 July.", "from 14 to 20 July", "2025-07-14", "2025-07-20"],
  ["It opens between 3 and 9 August 2025.", "between 3 and 9 August 2025", "2025-08-03", "2025-08-09"],
  ["Rehearsals run 1st until 5th September.", "1st until 5th September", "2025-09-01", "2025-09-05"],
])("%s is one window", (text, words, from, to) => expect(windowsIn(text)).toEqual([[words, from, to]]));

test.each([
  ["It opens on 3 and 9 August 2025.", "2025-08-09", "2025-08-09"],
  ["The vote was 21 to 20 July 2025 brought another.", "2025-07-20", "2025-07-20"],
])("%s is no stretch of days", (text, from, to) => {
  expect(windowsIn(text).map(([, ...days]) => days)).toEqual([[from, to]]);
});
