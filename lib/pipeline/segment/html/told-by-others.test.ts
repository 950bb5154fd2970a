import { describe, expect, test } from "vitest";
import { segment } from "#lib/pipeline/segment";

const PARAGRAPHS = [
  "The council of Skarn voted on Monday to close the old swimming hall, its chair Oda Finch said.",
  "The roof has leaked since the winter, and the boilers use twice the coal that they did ten years ago.",
  "A new hall is to stand beside the school by next summer, if the county pays its half of the bill.",
  "Swimmers have gathered nine hundred names against the plan, and they will hand them in on Friday.",
];

/** The lines of the body of a page in whose article these boxes stand, one behind each paragraph, and whatever stands below it. */
function bodyOf(boxes: readonly string[], below = ""): string[] {
  const inside = PARAGRAPHS.map((text, i) => `<p>${text}</p>${boxes[i] ?? ""}`).join("");
  const content = `<html lang="en"><head><title>Skarn closes its hall</title></head><body><nav><a href="/">Home</a></nav><main>
    <article><h1>Skarn closes its hall</h1><div class="text">${inside}</div></article>${below}</main></body></html>`;
  const { segments, text } = segment({ format: "html", content, url: null, publisher: null });
  return segments.flatMap(({ type, start, end }) =>
    type === "BODY" ? text.slice(start, end).split("\n") : [],
  );
}

describe("a board's readers", () => {
  const SAID = [
    [
      "Re: What did they think?",
      "The hall was old when I learned to swim in it, and so was the coal that they burned there.",
    ],
    [
      "A roof",
      "They could have mended the roof for a tenth of what the new hall will cost all of us in the end.",
    ],
    [
      "Re: A roof",
      "It was mended twice while I worked there, and it leaked again after the first snow of the year.",
    ],
    ["Coal", "Nobody burns coal in a hall for children any more, and the county has said so for many years."],
  ];
  const board = (signature: (i: number) => string, titles = SAID.map(([title]) => title)) =>
    SAID.map(
      ([, said], i) => `<div><h4>${titles[i]}</h4><div>${signature(i)}</div><p>${said}</p></div>`,
    ).join("");
  const holdsReaders = (below: string) =>
    bodyOf([], below).some((line) => SAID.some(([, said]) => line === said));

  test("begin above the first line that says by whom and when, where titles answer titles", () =>
    expect(holdsReaders(board((i) => `by swimmer${i} on Friday May ${i + 3}, 2024 @08:08PM`))).toBe(false));
});

test("a card's excerpt begins with its title, and neither is the article's", () => {
  const title = "Why the lower quay was sold to a bank";
  const body = bodyOf([`<p>${title}</p><p>${title} The bank has wanted it since...</p>`]);
  expect(body.filter((line) => line.startsWith(title))).toEqual([]);
});

test("a paragraph that only begins like the one before it is the article's", () => {
  const line = "Why the hall was closed is a long story, and a sad one for the swimmers of the town.";
  expect(bodyOf([`<p>${line}</p>`, `<p>${line} It begins with a roof.</p>`])).toContain(line);
});

describe("what the body holds three times", () => {
  const NOTE = "As a member of the Skarn shop we earn from what you buy.";
  const thrice = (box: string) => [box, box, box];

  test.each([
    ["a note", `<p>${NOTE}</p>`, NOTE],
    ["an order to click", "<p>View this post on Skarnbook</p>", "View this post on Skarnbook"],
  ])("%s is furniture", (_, box, line) => expect(bodyOf(thrice(box))).not.toContain(line));

  test("two times are the article's", () =>
    expect(bodyOf([`<p>${NOTE}</p>`, `<p>${NOTE}</p>`])).toContain(NOTE));
  test("what a song repeats is the article's", () =>
    expect(bodyOf(thrice("<p>We shall swim again.</p>"))).toContain("We shall swim again."));
});

test.each(["The hall before it was closed. Photo: Bo Lund", "Swimmers on Friday. Photo by: 'Bo Lund'."])(
  "who took the picture is named at the end of a caption: %s",
  (line) => expect(bodyOf([`<p>${line}</p>`])).not.toContain(line),
);

test("a sentence that names a picture is the article's", () => {
  const line =
    "In the hall she showed us a photo of Bo Lund, who had swum there for sixty years of his life.";
  expect(bodyOf([`<p>${line}</p>`])).toContain(line);
});

test("whose views they aren't is the site's word", () => {
  const line =
    "The views expressed by the authors are their own and do not necessarily reflect the views of Skarn Post.";
  expect(bodyOf(["", "", "", `<p>${line}</p>`])).not.toContain(line);
});
