import { expect, test } from "vitest";
import { typedHtml } from "./typed-html";

const TITLE = "Fish market moves";
const STORY = [
  "The board of Vessel Bay voted on Tuesday to move the fish market to the lower quay, its secretary Greta Moss said.",
  "Stalls stand empty on three days of the week, and the roof leaks when it rains, according to the board.",
  "The city bought the building in 1988 for two million crowns, and it has been a market since then.",
  "Traders asked for a longer lease, Ms Moss said, and the board agreed to talk with them again in April.",
];

/** The lines of a page's body below its title, where `box` stands between its paragraphs. */
function bodyWith(box: string, wrapper = "story"): string[] {
  const paragraphs = STORY.map((line) => `<p>${line}</p>`);
  const html = `<title>${TITLE}</title><main><article><h1>${TITLE}</h1><div class="${wrapper}">${paragraphs.slice(0, 2).join("")}${box}${paragraphs.slice(2).join("")}</div></article></main>`;
  return typedHtml(html)
    .groups.flat()
    .flatMap(({ type, text }) => (type === "BODY" && text !== TITLE ? [text] : []));
}

test.each([
  [
    "what stands for a post that wants consent",
    '<div class="consent-embed"><p>Your choices on this site keep charts of other services from being shown here.</p></div>',
  ],
  [
    "an advertisement",
    '<div class="adBox"><p>Don’t want to see this on the page? Remove it for a month.</p></div>',
  ],
  [
    "what a paywall promises",
    '<section id="subscribe-panel"><ul><li>Listen to our daily podcast without adverts.</li><li>Cancel your plan whenever you like.</li></ul></section>',
  ],
])("%s is no body", (_, box) => expect(bodyWith(box)).toEqual(STORY));

test.each(["paywall-content", "story js-consent-required"])(
  "a box that holds the article is the article's, though it is called %s",
  (wrapper) => expect(bodyWith("", wrapper)).toEqual(STORY),
);

test("letters of a made-up name are no word", () => {
  const said = "Nobody on the board wanted to say who had asked for the vote.";
  expect(bodyWith(`<div class="x1-ad42"><p>${said}</p></div>`)).toContain(said);
});
