import { expect, test } from "vitest";
import { segment } from "#lib/pipeline/segment";

const PARAGRAPHS = [
  "The council of Skarn voted on Monday to close the old swimming hall, its chair Oda Finch said.",
  "The roof has leaked since the winter, and the boilers use twice the coal that they did ten years ago.",
  "A new hall is to stand beside the school by next summer, if the county pays its half of the bill.",
];

/** The body of a page whose article ends in these boxes. */
function bodyWith(...last: string[]): string {
  const inside = [...PARAGRAPHS.map((text) => `<p>${text}</p>`), ...last].join("");
  const content = `<html lang="en"><head><title>Skarn closes its hall</title></head><body><nav><a href="/">Home</a></nav><main>
    <article><h1>Skarn closes its hall</h1><div class="text">${inside}</div></article></main></body></html>`;
  const { segments, text } = segment({ format: "html", content, url: null, publisher: null });
  return segments
    .flatMap(({ type, start, end }) => (type === "BODY" ? [text.slice(start, end)] : []))
    .join("\n");
}

test.each([
  `<section class="inline-teaser"><article><a href="/n/9"><div class="pic"><span>02:31 min</span></div><div class="teaser-title"><span>Ferry runs aground</span></div></a></article></section>`,
  `<figure><aside class="signup"><h3>Sign up to the Skarn letter</h3><p>Free, every Friday</p><span>Our letters can carry adverts that partners pay for.</span></aside><p role="note">after newsletter promotion</p></figure>`,
])("a last paragraph below a box of furniture is still the article's", (box) => {
  expect(bodyWith(box, "<p>A list with names was handed in on Friday.</p>")).toContain("A list with names");
});

test.each(["Read more:", "See also:", "Lesen sie auch:"])("%s and a link lead to another post", (label) => {
  const pointer = `<p>${label} <a href="/n/7">Why the lower quay was sold to a bank</a></p>`;
  const body = bodyWith(pointer, `<p>${PARAGRAPHS[0]}</p>`);
  expect(body).not.toContain("lower quay was sold");
});

test("a sentence that begins so and tells something is the article's", () => {
  const body = bodyWith(
    "<p>Related: the county has <a href='/n/8'>paid</a> for two other halls since the spring, and for a third.</p>",
  );
  expect(body).toContain("paid for two other halls");
});
