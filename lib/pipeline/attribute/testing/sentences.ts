import { type Sentence, sentencesOf } from "#lib/pipeline/attribute/sentence";

/** The sentences of a text that is body throughout; throws where there is none. */
export function sentencesIn(text: string, type: "BODY" | "TEASER" = "BODY"): [Sentence, ...Sentence[]] {
  const [first, ...others] = sentencesOf({ text, segments: [{ start: 0, end: text.length, type, post: 0 }] });
  if (first === undefined) throw new RangeError("a text without a sentence");
  return [first, ...others];
}
