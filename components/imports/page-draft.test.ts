import { expect, test } from "vitest";
import { SaveDraft } from "#lib/domain/reviews";
import { draftOfPage, isTooLongToKeep, MOST_KEPT, PAGE_DRAFT, pageOfDraft } from "./page-draft";
import type { PageGiven } from "./page-given";

const NOTHING: PageGiven = { mode: "text", text: "", html: "", address: "", addresses: "", files: [] };
const ABOUT = { url: "", publisher: "" };

test.each([
  [{ ...NOTHING, text: "The quay is wide." }, ABOUT],
  [{ ...NOTHING, mode: "addresses" as const, addresses: "https://a.example/\nhttps://b.example/" }, ABOUT],
  [
    { ...NOTHING, text: "It rained.", html: "<p>It rained." },
    { url: "https://a.example/", publisher: "The Post" },
  ],
])("what was typed comes back as it was: %#", (given, about) => {
  const back = pageOfDraft(draftOfPage(given, about));
  expect({ ...NOTHING, ...back.given }).toEqual(given);
  expect(back.about).toEqual(about);
});

test.each([NOTHING, { ...NOTHING, mode: "html" as const }, { ...NOTHING, text: " \n " }])(
  "nothing typed is no draft: %#",
  (given) => {
    expect(draftOfPage(given, ABOUT)).toBeNull();
    expect(pageOfDraft(null)).toEqual({ given: {}, about: ABOUT });
  },
);

test("what is longer than a draft can be isn't kept, and is said to be so; the rest is", () => {
  const given = { ...NOTHING, text: "x".repeat(MOST_KEPT + 1) };
  expect(draftOfPage(given, ABOUT)).toBeNull();
  expect(draftOfPage(given, { url: "", publisher: "The Post" })).toEqual({
    mode: "text",
    publisher: "The Post",
  });
  expect(isTooLongToKeep(given)).toBe(true);
  expect(isTooLongToKeep({ ...NOTHING, text: "x".repeat(MOST_KEPT) })).toBe(false);
});

test("the record takes the longest that is kept", () => {
  const body = draftOfPage({ ...NOTHING, text: "x".repeat(MOST_KEPT), html: "x".repeat(MOST_KEPT) }, ABOUT);
  const draft = {
    personId: "01900000-0000-7000-8000-000000000000",
    subject: PAGE_DRAFT,
    body,
    basedOn: null,
  };
  expect(SaveDraft.safeParse(draft).success).toBe(true);
});

test("a draft of another shape brings what it has", () => {
  expect(pageOfDraft({ mode: "carrier pigeon", text: "x" })).toEqual({ given: { text: "x" }, about: ABOUT });
});
