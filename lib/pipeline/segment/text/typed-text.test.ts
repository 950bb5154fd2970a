import { describe, expect, test } from "vitest";
import { typedText } from "./typed-text";

const typesOf = (content: string) =>
  typedText(content).groups.flatMap((group) => group.map(({ text, type }) => [type, text] as const));
const linesOf = (content: string, type: string) =>
  typesOf(content).flatMap(([found, text]) => (found === type ? [text] : []));

const MENU =
  "Home News World Opinion Sport Culture Travel Newsletters Search Weather Traffic Obituaries Jobs Cars Puzzles Podcasts Video Photos Archive Help Subscribe Shop Events Letters".split(
    " ",
  );
const STORY = [
  "The board of Vessel Bay voted on Tuesday to move the fish market to the lower quay, its secretary Greta Moss said.",
  "Stalls stand empty on three days of the week, and the roof leaks when it rains, according to the board.",
  "The city bought the building in 1988 for two million crowns, and it has been a market since then.",
  "Traders asked for a longer lease, Ms Moss said, and the board agreed to talk with them again in April.",
];
const TEASERS = [
  "Harbour chief wins a second term",
  "Rain closes the upper road again",
  "Ten walks along the northern coast",
];
const FOOT = ["Privacy policy", "Terms of use", "Contact us", "© 2025 Vessel Post. All rights reserved."];

const PAGE = [
  ...MENU,
  "Fish market moves to the lower quay in Vessel Bay",
  "By Ana Sorel",
  "March 13, 2025",
  "Share",
  "The fish market in Vessel Bay on a quiet Monday morning. Photograph: Bo Lund/Norden Pictures",
  ...STORY,
  "Sign up to our newsletter",
  "Get the best stories of the coast in your inbox every Friday.",
  "Most read",
  ...TEASERS,
  "Weather",
  "Traffic",
  "Jobs",
  "Homes",
  "Podcasts",
  "Newsletters",
  "Follow us",
  ...FOOT,
];

describe("a whole page as somebody pastes it", () => {
  test.each([
    ["line below line", "\n"],
    ["with blank lines", "\n\n"],
  ])("has its article as body and no more, %s", (_, between) => {
    const body = linesOf(PAGE.join(between), "BODY").join("\n");
    for (const line of STORY) expect(body).toContain(line);
    for (const line of [...MENU, ...FOOT, ...TEASERS]) expect(body).not.toContain(line);
    expect(body).not.toContain("inbox");
  });

  test("has its headline, its date line, its caption and its menu", () => {
    const types = new Map(typesOf(PAGE.join("\n")).map(([type, text]) => [text, type]));
    expect(types.get("Fish market moves to the lower quay in Vessel Bay")).toBe("HEADLINE");
    expect(types.get("March 13, 2025")).toBe("DATELINE");
    expect(types.get("Home")).toBe("CHROME");
    expect(types.get("Privacy policy")).toBe("CHROME");
  });
});

describe("a page that is all article stays one", () => {
  test.each([
    ["paragraphs below each other", STORY.join("\n")],
    ["paragraphs apart", STORY.join("\n\n")],
    ["one paragraph", STORY.join(" ")],
    [
      "short sentences",
      "The bell rang. Nobody came.\nThe doors stayed shut all day.\nBy night the lamps were out.",
    ],
  ])("%s", (_, content) =>
    expect(linesOf(content, "BODY").join(" ").length).toBeGreaterThan(0.95 * content.length - 4),
  );
});

test("a long article of running text alone stays one, however alike its lines are", () => {
  const lines = Array.from(
    { length: 300 },
    (_, i) => `House ${i} on the quay was painted white by its owner last year.`,
  );
  expect(linesOf(lines.join("\n"), "BODY")).toHaveLength(300);
});

test("a short text goes by rules alone", () => {
  expect(typedText(STORY.join("\n")).modelVersion).toBeNull();
});

test("where the classifier and the rules differ, the reason is the classifier's", () => {
  const { groups, modelVersion } = typedText(PAGE.join("\n"));
  expect(modelVersion).not.toBeNull();
  const rules = new Set(groups.flat().map(({ rule }) => rule));
  expect(rules.has("block-model")).toBe(true);
  expect(rules.size).toBeGreaterThan(2);
});

describe("what readers write under a short article", () => {
  const WROTE = "My cousin on the board says that the roof fell in last night and they hide it.";
  const ANSWERED = "It did not, I walked by this morning.";
  test.each([
    ["a name before the words", ["Comments (2)", `Seamus: ${WROTE}`, `Aoife88: ${ANSWERED}`]],
    [
      "a name, a time and the words",
      ["2 Comments", "Seamus Kell", "2 hours ago", WROTE, "Reply", "Aoife88", "1h", ANSWERED],
    ],
    [
      "a name, the words and their age",
      ["Comments", "Seamus Kell", WROTE, "2 hours ago", "Reply", "Aoife88", ANSWERED, "1d · Reply"],
    ],
    ["a name and a time in one line", ["Discussion", "Truck_Jo · 14 Nov", WROTE, "Liz · 15 Nov", ANSWERED]],
    ["“says”", ["COMMENTS", "anonymous says:", WROTE, "Bill says:", ANSWERED]],
  ])("%s", (_, lines) => {
    const page = [...STORY, ...lines].join("\n");
    const comments = linesOf(page, "COMMENT").join("\n");
    for (const words of [WROTE, ANSWERED]) expect(comments).toContain(words);
    expect(linesOf(page, "BODY")).toEqual(STORY);
  });

  test("however much longer than the article it is", () => {
    const talk = Array.from({ length: 12 }, (_, i) => [
      `reader_${i}`,
      `${i + 1} hours ago`,
      `${WROTE} ${ANSWERED}`,
    ]);
    const page = [...STORY.slice(0, 2), "24 comments", ...talk.flat()].join("\n");
    expect(linesOf(page, "BODY")).toEqual(STORY.slice(0, 2));
  });

  test("an interview below a share bar is none", () => {
    const turns = STORY.map((line, i) => `${i % 2 === 0 ? "Gazette" : "Greta Moss"}: ${line}`);
    const page = [STORY[0], "12 comments", ...turns].join("\n");
    expect(linesOf(page, "BODY")).toEqual([STORY[0], ...turns]);
  });

  test("an interview with names in lines of their own is none", () => {
    const turns = STORY.flatMap((line, i) => [i % 2 === 0 ? "Gazette" : "Greta Moss", line]);
    const page = [STORY[0], "Discussion", ...turns].join("\n");
    expect(linesOf(page, "COMMENT")).toEqual([]);
  });

  test("the counter of a share bar begins none", () => {
    const page = [STORY[0], "12 comments", "By Ana Sorel", "2 hours ago", ...STORY.slice(1)].join("\n");
    expect(linesOf(page, "COMMENT")).toEqual([]);
    for (const line of STORY) expect(linesOf(page, "BODY")).toContain(line);
  });
});

describe("a short page, as somebody pastes it", () => {
  const SHORT = ["Fish market moves", "By Ana Sorel", "March 13, 2025", ...STORY];
  const EXCERPTS = [
    "Is the mayor about to resign?",
    "Insiders whisper that a letter was signed and that it will be read out before Christmas.",
    "Baths to open in spring",
    "The pool will be open again by April, though some of the staff have heard otherwise.",
  ];
  const bodyOf = (lines: readonly string[]) => linesOf(lines.join("\n"), "BODY").join("\n");

  test.each(["Related posts:", "Popular Posts", "You may also like"])(
    "under “%s” what stands below each title is another post’s",
    (heading) => {
      const body = bodyOf([...SHORT, heading, ...EXCERPTS]);
      expect(body).toContain(STORY.at(-1));
      expect(body).not.toContain("Insiders whisper");
      expect(body).not.toContain("The pool will be open");
    },
  );

  test("an article goes on below links: there paragraphs stand below paragraphs", () => {
    const body = bodyOf([...SHORT.slice(0, 5), "Related", "Baths to open in spring", ...STORY.slice(2)]);
    for (const line of STORY) expect(body).toContain(line);
  });

  test.each([
    "3 responses to “Fish market moves”",
    "One thought on “Fish market moves”",
    "12 comments on “Fish market moves”",
  ])("under “%s” stand readers", (heading) => {
    const readers = [
      "Paddy says:",
      "March 14, 2025 at 10:11 am",
      "My uncle was told years ago that the roof would fall down.",
      "Reply",
      "Concerned of Kilbrack says:",
      "March 14, 2025 at 11:40 am",
      "They do it so that the builder can bring his lorries in.",
      "Reply",
    ];
    const body = bodyOf([...SHORT, heading, ...readers, "Leave a comment"]);
    expect(body).toContain(STORY.at(-1));
    expect(body).not.toContain("My uncle");
    expect(body).not.toContain("the builder");
  });

  test("a link to the comment form above the article closes nothing", () => {
    const dek = "Traders are in doubt about the move, which the board wants to be done with by the summer.";
    const body = bodyOf([...SHORT.slice(0, 1), dek, "Post a comment", ...SHORT.slice(1)]);
    for (const line of STORY) expect(body).toContain(line);
  });

  test("what stands below the form itself is other posts", () => {
    const body = bodyOf([...SHORT, "Post a Comment", ...EXCERPTS]);
    expect(body).toContain(STORY.at(-1));
    expect(body).not.toContain("Insiders whisper");
  });

  test.each([
    ["a menu in one row", "Home | About | Shop | Contact", "CHROME"],
    ["a label before a title", "MARKET TALK: Traders close in on a deal with the board", "HEADLINE"],
    ["a job below a byline", "Local Democracy Reporter", "DATELINE"],
    ["a wire's slug in a line of its own", "VESSEL BAY, Nor.--(HARBOUR WIRE)--March 13, 2025", "DATELINE"],
    ["a label before a byline", "EXCLUSIVE By Ana Sorel, Harbour Editor", "DATELINE"],
    ["who reported", "(Reporting by Ana Sorel and Bo Lund in Vik; Editing by Kim Holm)", "DATELINE"],
    ["who reports live", "Live reporting by Ana Sorel and Bo Lund", "DATELINE"],
    [
      "when a story was published",
      "This story was originally published March 13, 2025 at 6:15 AM.",
      "DATELINE",
    ],
  ])("%s", (_, line, type) => {
    const isTitle = type === "HEADLINE";
    const isLast = line.endsWith(".");
    const head = isTitle
      ? [line]
      : line.startsWith("Home")
        ? [line, "Fish market moves to the quay"]
        : ["Fish market moves to the quay"];
    const rest = isTitle || line.startsWith("Home") || isLast ? [] : [line];
    const page = [...head, "By Ana Sorel", ...rest, "March 13, 2025", ...STORY, ...(isLast ? [line] : [])];
    expect(linesOf(page.join("\n"), type)).toContain(line);
  });
});
