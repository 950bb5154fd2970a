import { expect, test } from "vitest";
import { TemplateKey } from "./promise-template";
import { type Telling, templateSummary } from "./template-tellings";

const telling = (said: string | null, due: string | null, result: Telling["result"] = null): Telling => ({
  said,
  dueFrom: due,
  dueTo: due,
  result,
});

test("of each number it is clear what it counts", () => {
  const tellings = [
    telling("2023-05-01", "2023-05-02"),
    telling("2024-05-01", "2024-05-02"),
    telling("2025-05-01", "2025-05-02", "DID_NOT_HAPPEN"),
    telling("2025-06-01", "2025-06-02", "HAPPENED"),
    telling("2026-06-01", "2026-06-11"),
    telling("2026-06-01", null),
    telling(null, "2020-01-01", "UNRESOLVABLE"),
  ];
  expect(templateSummary(tellings, "2026-06-10")).toEqual({
    times: 7,
    since: "2023-05-01",
    fellDue: 5,
    recorded: { HAPPENED: 1, DID_NOT_HAPPEN: 1, PARTLY: 0, UNRESOLVABLE: 1 },
    overdue: 2,
    medianOverdue: Math.floor((1135 + 769) / 2),
  });
});

test("the day itself isn't over; nothing has no median", () => {
  expect(templateSummary([telling("2026-06-01", "2026-06-10")], "2026-06-10")).toMatchObject({
    fellDue: 0,
    medianOverdue: null,
  });
  expect(templateSummary([telling("2026-06-01", "2026-06-10")], "2026-06-11")).toMatchObject({
    fellDue: 1,
    medianOverdue: 1,
  });
  expect(templateSummary([], "2026-06-10")).toMatchObject({ times: 0, since: null, medianOverdue: null });
});

test.each(["rv~date", "central-bank-open~amount-date", "بنك-فتح~date", "x~place"])("a key: %s", (key) =>
  expect(TemplateKey.safeParse(key).success).toBe(true),
);
test.each([
  "",
  "~date",
  "rv",
  "rv~",
  "rv~lie",
  "rv~amount.date",
  "a--b~date",
  "a/b~date",
  "a b~date",
  "../x~date",
  `${"x".repeat(300)}~date`,
])("no key: %s", (key) => expect(TemplateKey.safeParse(key).success).toBe(false));
