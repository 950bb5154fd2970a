import { expect, test } from "vitest";
import { authorIn } from "./dateline";

test.each([
  ["By Simon Reed", "Simon Reed"],
  ["By Jean-Paul Wilson – Economy", "Jean-Paul Wilson"],
  ["By Ann Nelson | Updated", "Ann Nelson"],
  ["By Ann Lee on Monday", "Ann Lee"],
  ["By Jo Nixon Dec 12, 2016", "Jo Nixon"],
  ["Published on Monday", null],
])("%s", (line, author) => expect(authorIn(line)).toBe(author));
