import { expect, test } from "vitest";
import { tokens } from "#lib/english/tokens";
import { analyse } from "#lib/pipeline/analyse";
import { behindTextLabel } from "./text-label";

test.each([
  "Market Intel",
  "Coach Update",
  "Tony Update",
  "Bank Story",
  "Branch Call",
  "DINAR CHRONICLES UPDATE",
  "Quay Notes",
])("%s says what follows", (label) =>
  expect(behindTextLabel(tokens(label))).toMatchObject({ sourcing: "UNNAMED_BARE", name: label }),
);

test.each([
  "Joseph Story",
  "Hal Wren",
  "Harbour Post",
  "Police statement",
  "Update",
  "the council’s memo",
  "Harbour News",
])("%s may be who says it", (label) => expect(behindTextLabel(tokens(label))).toBeNull());

const OPENING = "The council met on Monday and voted for the bridge, the clerk said.";
const CLOSING = "The council meets again in June, and the vote on the budget is due then, the clerk said.";
const labelOf = (line: string) => {
  const { statements, text } = analyse({
    format: "text",
    content: [OPENING, line, CLOSING].join("\n\n"),
    url: null,
    publisher: null,
  });
  return statements
    .filter(({ start }) => text.slice(start).startsWith(line.slice(0, 8)))
    .map(({ label }) => label);
};

test.each(["Market Intel", "Branch Call", "Tony Update"])(
  "nobody vouches for what stands behind “%s:”",
  (label) =>
    expect(labelOf(`${label}: “Every branch opens at noon on Friday with the new rates.”`)).toEqual([
      "UNSOURCED_SPECULATION",
    ]),
);

test.each(["Hal Wren", "Harbour Gazette"])("“%s:” does", (label) =>
  expect(labelOf(`${label}: “Every branch opens at noon on Friday with the new rates.”`)).toEqual([
    "REPORTED",
  ]),
);
