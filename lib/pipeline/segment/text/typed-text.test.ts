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

describe("a live page", () => {
  const entries = (...times: string[]) =>
    times.flatMap((time, i) => [
      time,
      `The ${["north", "south", "west", "east"][i]} road is closed, the council says.`,
    ]);

  test("has its title above the first time, and what heads an entry is the article's", () => {
    const page = [
      "Storm live: thousands without power",
      ...entries("16:42", "4.15pm"),
      "15:50 GMT",
      "Police close the quay",
    ];
    expect(linesOf(page.join("\n"), "HEADLINE")).toEqual(["Storm live: thousands without power"]);
    expect(linesOf(page.join("\n"), "BODY")).toContain("Police close the quay");
    expect(linesOf(page.join("\n"), "CHROME")).toEqual(["16:42", "4.15pm", "15:50 GMT"]);
  });

  test("two times make none", () => {
    const page = ["Storm closes two roads", ...entries("16:42"), "15:50", "Police close the quay"];
    expect(linesOf(page.join("\n"), "BODY")).not.toContain("Police close the quay");
  });
});

describe("captions by their labels", () => {
  const page = (...labels: string[]) =>
    ["Island for sale", "By Jo Marr", ...STORY.flatMap((line, i) => [line, ...labels.slice(i, i + 1)])].join(
      "\n",
    );
  const [riches, cabin, neigh] = [
    "Riches: The island was one of the homes that they had in the bay",
    "Log cabin: The lodge is another place to stay away from the house",
    "Neigh: These are the stables where the couple kept four horses",
  ];

  test("three labels are captions", () =>
    expect(linesOf(page(riches, cabin, neigh), "CAPTION")).toEqual([riches, cabin, neigh]));

  test.each([
    ["two are none", [riches, cabin]],
    ["whole sentences aren't", [`${riches}.`, `${cabin}.`, `${neigh}.`]],
    ["the same label is a list's", [riches, riches.replace("island", "hut"), riches.replace("bay", "fjord")]],
    ["names speak", ["Bo Lund: They kept four horses in the stables there", cabin, neigh]],
  ])("%s", (_, labels) => expect(linesOf(page(...labels), "CAPTION")).toEqual([]));
});

test("a label before a page's first line is its title's, unless others take turns below", () => {
  const [first = "", second = ""] = STORY;
  const line = "Market gossip: Traders eye the lower quay, board close to a deal";
  expect(linesOf([line, first, second].join("\n"), "HEADLINE")).toEqual([line]);
  expect(
    linesOf([line, "Wolf: They told my man that it is done and signed.", second].join("\n"), "HEADLINE"),
  ).toEqual([]);
});

test("what an agency couldn't do is no credit", () => {
  const line = "Reuters could not independently verify the reports.";
  expect(linesOf(["Fish market moves", "By Jo Marr", STORY[0], line, STORY[1]].join("\n"), "BODY")).toContain(
    line,
  );
});

describe("what a line shows by itself, also where the classifier takes it for the article's", () => {
  /** The type of a line between two paragraphs of a whole page. */
  const typeOf = (line: string) => {
    const at = PAGE.indexOf(STORY[1] ?? "");
    const page = [...PAGE.slice(0, at + 1), line, ...PAGE.slice(at + 1)].join("\n");
    return typesOf(page).find(([, text]) => text === line)?.[0];
  };

  test.each([
    ["CAPTION", "Traders set out their stalls before the first boats come in. (AP Photo/Bo Lund)"],
    ["CAPTION", "Ms Moss greets the traders at the market hall in the morning. (Bo Lund/Getty Images)"],
    ["CAPTION", "The traders greet the mayor at the market, Friday, Aug. 30, 2024, in Vessel Bay, Pa."],
    ["CAPTION", "This combination of photos shows the upper quay in 1988, left, and in March of this year."],
    ["CAPTION", "Pictured at the back, from left, are the traders Bo Lund and Ida Falk with their sons."],
    ["TEASER", "Why the upper road was closed again Why the upper road was closed again"],
    ["TEASER", "WATCH | The mayor opens the lower quay"],
    ["CHROME", "Read it all for only N$85 a month and stay informed of what the bay is doing."],
    ["CHROME", "CLICK HERE TO WATCH THE VIDEO"],
    ["CHROME", "Follow Ana Sorel on any of the sites that she writes for in her time off."],
    ["DATELINE", "Additional reporting by Bo Lund"],
    ["DATELINE", "February 28 2024, 9:54 a.m."],
  ])("%s: %s", (type, line) => expect(typeOf(line)).toBe(type));

  test.each([
    "The traders took a photo of Bo Lund, who had sold fish there for sixty years, on Friday in the bay.",
    "Ms Moss was born to a trader of the upper quay on Aug. 30, 1964, in Vessel Bay, Pa.",
    "The board’s last meeting was on July 6, 2015, at the home of its oldest trader, Bo Lund.",
    "Follow the road on the left as far as the lower quay, and the new stalls are right there.",
    "The market was founded on Aug. 30, 1924, in a shed that stood where the lower quay is now, and it burned down twice.",
    "The board’s own newsletter told the traders of the plan in May, and they met on the same day to talk about it.",
    "The board said that the roof leaks, the board said that the roof leaks badly, and nobody answered it.",
  ])("the article's: %s", (line) => expect(typeOf(line)).toBe("BODY"));
});
