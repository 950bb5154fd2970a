import { describe, expect, test } from "vitest";
import { readPage } from "#lib/english/treebank/document";
import type { RatedProposal } from "./proposal";
import { chooseAttributions, type ReadSupposing } from "./uncovered";

const NOBODY: ReadSupposing = () => null;

/** The tokens of the first place in `text` that reads so. */
function tokensOf(text: string, words: string): number[] {
  const { tokens } = readPage(text);
  const start = text.indexOf(words);
  if (start < 0) throw new RangeError(`“${words}” isn’t in the text`);
  const all = Array.from({ length: tokens.count }, (_, i) => i);
  return all.filter((i) => (tokens.start[i] ?? 0) >= start && (tokens.end[i] ?? 0) <= start + words.length);
}

/** A proposal, its parts told by their words. */
function proposal(
  text: string,
  parts: { source?: string; cue: string; content: string },
  probability: number,
): RatedProposal {
  const cue = tokensOf(text, parts.cue);
  const [start = 0] = cue;
  return {
    candidate: { start, end: start + cue.length, head: start },
    source: parts.source === undefined ? [] : tokensOf(text, parts.source),
    cue,
    content: tokensOf(text, parts.content),
    contentSureness: probability,
    cueSureness: probability,
    sourceSureness: probability,
    probability,
  };
}

/** What is chosen where the word reader is sure that the words `sure` are content, and of nothing else. */
function chosen(
  text: string,
  sure: readonly string[],
  proposals: readonly RatedProposal[],
  { candidates = proposals.map(({ candidate }) => candidate), readSupposing = NOBODY } = {},
) {
  const page = readPage(text);
  const { count } = page.tokens;
  const content = new Float32Array(count);
  for (const words of sure) for (const i of tokensOf(text, words)) content[i] = 1;
  const reading = {
    best: new Uint8Array(count),
    source: new Float32Array(count).fill(1),
    cue: new Float32Array(count),
    content,
  };
  const wordsOf = (tokens: readonly number[]) =>
    tokens.map((i) => text.slice(page.tokens.start[i], page.tokens.end[i])).join(" ");
  return chooseAttributions(page, reading, proposals, candidates, readSupposing).map((one) => ({
    source: wordsOf(one.source),
    cue: wordsOf(one.cue),
    content: wordsOf(one.content),
    probability: one.probability,
  }));
}

const LOPEZ = "Lopez said that the dam was safe and the road to the north would stay open.";
const SAFE = "that the dam was safe";
const LONG = "and the road to the north would stay open";

describe("words that touch a chosen content", () => {
  const own = proposal(LOPEZ, { source: "Lopez", cue: "said", content: SAFE }, 0.9);

  test("are joined to it where there are six or more", () => {
    expect(chosen(LOPEZ, [SAFE, LONG], [own])).toEqual([
      { source: "Lopez", cue: "said", content: `${SAFE} ${LONG}`, probability: 0.9 },
    ]);
  });

  test("stay out where there are five", () => {
    expect(chosen(LOPEZ, [SAFE, "and the road to the"], [own])).toMatchObject([{ content: SAFE }]);
  });

  test("stay out where the word reader isn't sure of them", () => {
    expect(chosen(LOPEZ, [SAFE], [own])).toMatchObject([{ content: SAFE }]);
  });
});

describe("a proposal that was dropped for being improbable", () => {
  const text = "The mayor hinted at a new bridge over the river.";
  const parts = { source: "The mayor", cue: "hinted", content: "at a new bridge over the river" };

  test("comes back where it covers words that no other attribution has", () => {
    expect(chosen(text, [parts.content], [proposal(text, parts, 0.12)])).toEqual([
      { source: parts.source, cue: parts.cue, content: parts.content, probability: 0.12 },
    ]);
  });

  test("doesn't where it is all but impossible: the words stand alone then", () => {
    expect(chosen(text, [parts.content], [proposal(text, parts, 0.08)])).toEqual([
      { source: "", cue: "", content: parts.content, probability: 0.25 },
    ]);
  });

  test("doesn't for a single word", () => {
    const short = "The mayor hinted trouble.";
    const own = proposal(short, { source: "The mayor", cue: "hinted", content: "trouble" }, 0.12);
    expect(chosen(short, ["trouble"], [own])).toEqual([]);
  });

  test("doesn't where the word reader finds nothing reported", () => {
    expect(chosen(text, [], [proposal(text, parts, 0.12)])).toEqual([]);
  });
});

describe("a further quotation of a paragraph", () => {
  const quoted = (between: string) => `“We are safe,” Lopez said.${between}“All is well.”`;
  const own = (text: string) => proposal(text, { source: "Lopez", cue: "said", content: "We are safe" }, 0.9);

  test("goes to whose quotation came last before it", () => {
    const text = quoted(" ");
    expect(chosen(text, ["We are safe", "All is well"], [own(text)])).toMatchObject([
      { source: "Lopez", content: "We are safe All is well" },
    ]);
  });

  test("doesn't in the next paragraph", () => {
    const text = quoted("\n\n");
    expect(chosen(text, ["We are safe", "All is well"], [own(text)])).toMatchObject([
      { content: "We are safe" },
    ]);
  });

  test("is no further quotation without marks", () => {
    const text = "“We are safe,” Lopez said. All is well.";
    expect(chosen(text, ["We are safe", "All is well"], [own(text)])).toMatchObject([
      { content: "We are safe" },
    ]);
  });
});

describe("where words are left over, the cue reader is asked once more", () => {
  const text = "It was late. Lopez nodded. The dam is safe.";
  const parts = { source: "Lopez", cue: "nodded", content: "The dam is safe" };
  const answer = (probability: number) => {
    const found = proposal(text, parts, probability);
    return chosen(text, [parts.content], [], { candidates: [found.candidate], readSupposing: () => found });
  };

  test("and is believed", () => expect(answer(0.06)).toMatchObject([{ source: "Lopez", cue: "nodded" }]));
  test("unless the answer is all but impossible", () => expect(answer(0.04)).toEqual([]));

  test("and only about cues near the words", () => {
    const far = `Lopez nodded. ${"It was late. ".repeat(3)}The dam is safe.`;
    const found = proposal(far, parts, 0.9);
    const asked = chosen(far, [parts.content], [], {
      candidates: [found.candidate],
      readSupposing: () => found,
    });
    expect(asked).toEqual([]);
  });

  test("a cue that is taken gives the words to the attribution that has it", () => {
    const own = proposal(text, { source: "Lopez", cue: "nodded", content: "It was late" }, 0.9);
    const again = proposal(text, parts, 0.3);
    const found = chosen(text, ["It was late", parts.content], [own], { readSupposing: () => again });
    expect(found).toMatchObject([{ source: "Lopez", content: "It was late The dam is safe" }]);
  });
});

describe("words that nothing can be found for", () => {
  const text = "It had to be the best year for the farm. He left.";

  test("stand alone where there are six or more", () => {
    expect(chosen(text, ["It had to be the best year"], [])).toEqual([
      { source: "", cue: "", content: "It had to be the best year", probability: 0.25 },
    ]);
  });

  test("are left where there are five", () => expect(chosen(text, ["It had to be the"], [])).toEqual([]));
});
