import { expect, test } from "vitest";
import { analyse } from "./analyse";
import { NO_STATEMENT } from "./classify";

const TEXT =
  "The quay\n\nThe council sleeps while the quay rots. It spent 40 million dinars on a new hall last year.";

const read = (url: string | null, content = TEXT) =>
  analyse({ format: "text", content, url, publisher: null }, "RULES");
const labels = (url: string | null) => read(url).statements.map(({ label }) => label);

test("a page that calls itself opinion: the writer's judgement, and a counted fact", () => {
  expect(labels("https://harbour.example/opinion/quay")).toEqual(["OPINION", "UNSOURCED_ASSERTION"]);
});

test("the same words on a page of news", () => {
  expect(labels("https://harbour.example/news/quay")).toEqual(["UNSOURCED_ASSERTION", "UNSOURCED_ASSERTION"]);
});

test("a page without a statement says so", () => {
  expect(read(null, "What is the quay for? And who is it for, do you think?").notes).toContainEqual(
    NO_STATEMENT,
  );
});
