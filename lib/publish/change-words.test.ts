import { expect, test } from "vitest";
import type { PublishedStatement } from "#lib/domain/publications";
import { changeLines } from "./change-words";
import { foundingClaim, foundingPublication } from "./testing/founding-publication";

const page = foundingPublication();

function changed(number: number, change: Partial<PublishedStatement>) {
  const statements = page.statements.map((one) => (one.number === number ? { ...one, ...change } : one));
  return { ...page, statements };
}

test("a changed label is told with what it was and what it is", () => {
  expect(changeLines(page, changed(2, { label: "OPINION", flags: { opinion: true } }))).toMatchObject([
    {
      title: "No. 2 is changed",
      lines: [
        { name: "Label", from: "Reported", to: "Opinion" },
        { name: "Also true of it", from: "nothing", to: "The writer’s own judgement or advice" },
      ],
    },
  ]);
});

test.each<[string, Partial<PublishedStatement>, string, string]>([
  ["Who is behind it", { speaker: null }, "a joint statement (Document)", "Nobody named"],
  ["Notes for readers", { notes: ["A mistranslation."] }, "nothing", "A mistranslation."],
  ["Why the label differs", { labelReason: "It judges." }, "nothing", "It judges."],
  ["Claim", { claim: { slug: "c", wording: "It rains." } }, "nothing", "It rains."],
])("%s in words", (name, change, from, to) => {
  const [line] = changeLines(page, changed(2, change));
  const fact = line?.lines.find((one) => one.name === name);
  expect(fact?.to.replace(/[\u2068\u2069]/g, "")).toBe(to);
  if (name !== "Who is behind it") expect(fact?.from).toBe(from);
});

test("every fact that can change has words", () => {
  const other: PublishedStatement = {
    ...(page.statements[1] as PublishedStatement),
    sourcing: "DOCUMENT",
    factuality: { writer: "PR+", source: "PS-" },
    time: "FUTURE",
    quoteMode: "DIRECT",
    relayDepth: 3,
    prediction: {
      text: "on Monday",
      dueFrom: "2024-09-16",
      dueTo: "2024-09-16",
      precision: "DAY",
      resolvedFrom: null,
    },
  };
  const [line] = changeLines(page, changed(2, other));
  expect(line?.lines.every(({ to }) => to !== "" && !to.includes("undefined"))).toBe(true);
  expect(line?.lines.length).toBeGreaterThanOrEqual(6);
});

test("a page with another headline says so, and a claim says what changed of it", () => {
  expect(changeLines(page, { ...page, article: { ...page.article, title: "Other" } })).toMatchObject([
    { title: "The page", lines: [{ name: "Headline", to: "Other" }] },
  ]);
  const claim = foundingClaim();
  const verdict = { code: "CONTRADICTED" as const, explanation: "The bank denied it." };
  expect(changeLines(claim, { ...claim, verdict })).toMatchObject([
    { title: "The verdict", lines: [{ to: expect.stringContaining("The bank denied it.") }] },
  ]);
  expect(changeLines(page, claim)).toEqual([]);
});
