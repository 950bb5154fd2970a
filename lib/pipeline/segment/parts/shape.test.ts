import { expect, test } from "vitest";
import { isProse } from "./shape";

test.each([
  "The club chose a new coach on Friday after a long week, and he begins in June (see page two)",
  "“The roof has leaked for nine years and nobody came to look.” – Councillor Bo Lund",
  "They met at noon. “It has leaked for nine years.” — Councillor Bo Lund",
])("running text: %s", (line) => expect(isProse(line)).toBe(true));

test.each([
  "A New Coach Begins In June, And The Club Is Glad Of It At Last (see page two)",
  "New coach (see page two)",
  "“The roof leaks” wins the prize for the best play",
  "“It leaks.” and other notes - The Week",
])("no running text: %s", (line) => expect(isProse(line)).toBe(false));
