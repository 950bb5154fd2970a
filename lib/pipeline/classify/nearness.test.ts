import { expect, test } from "vitest";
import { sentencesIn } from "#lib/pipeline/attribute/testing/sentences";
import { witnessedIn } from "./nearness";

const witnessed = (text: string) => {
  const [sentence] = sentencesIn(text);
  return sentence === undefined ? null : witnessedIn(sentence);
};

test.each([
  ["I saw the lorry go through the fence at noon.", "I saw"],
  ["We have seen the memo, and it says May.", "We have seen"],
  ["I have seen the worst of the cracks myself.", "I have seen"],
])("%s is told by somebody who was there", (text, words) => expect(witnessed(text)).toBe(words));

test.each([
  "This is the laziest plan I have seen in thirty years.",
  "It was the best match we’ve seen on this ground.",
  "She is the only one I have ever seen do it.",
  "“I saw it,” he said.",
])("%s tells of no event that the writer saw", (text) => expect(witnessed(text)).toBeNull());
