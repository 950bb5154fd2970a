import { factsOf, type PageFacts } from "#lib/pipeline/segment/classifier/page-facts";
import type { Block, TypedBlock } from "#lib/pipeline/segment/parts/block-type";
import type { PageElement } from "#lib/pipeline/segment/parts/page-document";

const ROOT: PageElement = {
  parent: -1,
  tag: "#document",
  words: "",
  depth: 0,
  isBlock: true,
  isHidden: false,
};

const NOTHING = {
  element: 0,
  linked: 0,
  linkCount: 0,
  isLinkHome: false,
  hrefs: [],
  emphasised: 0,
  inlineWords: "",
  hasTime: false,
  isAfterBreak: false,
  isAfterRule: false,
  imagesBefore: 0,
};

/** A plain text as the classifier sees a page: one box without links, and what the rules say of each line. */
export function textFacts(
  text: string,
  blocks: readonly Block[],
  verdicts: readonly TypedBlock[],
): PageFacts {
  const headline = verdicts.filter(({ type }) => type === "HEADLINE").map((block) => block.text);
  return factsOf(
    {
      text,
      blocks: blocks.map((block) => ({ start: block.start, end: block.end, text: block.text, ...NOTHING })),
      elements: [ROOT],
      head: {
        title: headline.length === 0 ? null : headline.slice(0, 3).join(" "),
        meta: new Map(),
        canonical: null,
        jsonLd: [],
        times: [],
        language: null,
      },
    },
    blocks.map(({ isApart }, i) => ({ isApart, verdict: verdicts[i] ?? LOOSE })),
  );
}

const LOOSE = { type: "CHROME", rule: "loose-line-in-head", score: 0.5 } as const;
