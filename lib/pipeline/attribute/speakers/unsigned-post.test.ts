import { describe, expect, test } from "vitest";
import { tokens } from "#lib/english/tokens";
import { analyse } from "#lib/pipeline/analyse";
import { sentencesIn } from "#lib/pipeline/attribute/testing/sentences";
import { isSignedPost, isUnsignedPost, postBefore } from "./unsigned-post";

describe("a post that nobody has signed", () => {
  test.each([
    "a post shared thousands of times",
    "one viral message",
    "a voice message passed around on WhatsApp",
    "a forwarded text doing the rounds",
    "a screenshot circulating on Telegram",
    "a voice note shared in several WhatsApp groups",
    "a recording of the meeting shared on Telegram",
    "a text that's going round",
    "the message, forwarded many times",
    "messages circulating on Telegram",
    "a screenshot that has been passed from phone to phone",
    "a text circulated on Telegram",
    "a clip shared by thousands of people",
    "a message shared by parents",
    "a message from a friend of the minister",
    "one post from her blog",
  ])("%s", (phrase) => {
    expect(isUnsignedPost(tokens(phrase))).toBe(true);
    expect(isSignedPost(tokens(phrase))).toBe(false);
  });

  test.each([
    "a text message from the governor",
    "a message signed by the minister",
    "a post by the council",
    "a voice message of the mayor shared on Telegram",
    "a message from the bank that was shared on WhatsApp",
    "a post shared by Ana Ruiz on Facebook",
    "a message circulated by the union",
  ])("but %s says whose it is", (phrase) => {
    expect(isUnsignedPost(tokens(phrase))).toBe(false);
    expect(isSignedPost(tokens(phrase))).toBe(true);
  });

  test.each([
    "the minister's message, shared on Telegram",
    "a police message circulating on WhatsApp",
    "a post on the ministry's Facebook page",
    "a clip shared on the army channel",
    "a text",
    "a video",
    "the message",
    "the text, which was passed on Monday",
    "a text shared with the Gazette",
    "posts on a forum under a name used by Ruiz",
    "a Harbour Post database",
    "a text editor",
    "the message board",
    "a note shared by thousands",
    "a draft resolution circulated on Monday",
  ])("nor is %s one, and nobody has signed it", (phrase) => {
    expect(isUnsignedPost(tokens(phrase))).toBe(false);
    expect(isSignedPost(tokens(phrase))).toBe(false);
  });
});

test.each([
  ["A clip making the rounds said the road is shut.", "A clip making the rounds"],
  ["The message, forwarded many times, says the road is shut.", "The message, forwarded many times"],
  ["A text that is going round says the road is shut.", "A text that is going round"],
  ["A text shared on Telegram and WhatsApp says the road is shut.", "A text shared on Telegram and WhatsApp"],
  ["A forwarded message, the mayor said, was a hoax.", null],
  ["A viral video that the ministry said was forged is gone.", null],
  ["A text was shared on Telegram and the mayor said it was a hoax.", null],
  ["A text message says the road is shut.", null],
])("before the verb in “%s” stands %s", (text, subject) => {
  const [sentence] = sentencesIn(text);
  const phrase = postBefore(
    sentence,
    sentence.tokens.findIndex(({ lower }) => /^sa(?:id|ys)$/.test(lower)),
  );
  const [first, last] = [phrase?.[0], phrase?.at(-1)];
  expect(first === undefined || last === undefined ? null : text.slice(first.start, last.end)).toBe(subject);
});

const OPENING = "The council met on Monday and voted for the bridge, the clerk said.";
const CLOSING = "The council meets again in June, and the vote on the budget is due then, the clerk said.";
const labelsOf = (line: string) => {
  const { statements, text } = analyse({
    format: "text",
    content: [OPENING, line, CLOSING].join("\n\n"),
    url: null,
    publisher: null,
  });
  return statements
    .filter(({ start }) => text.slice(start).startsWith(line.slice(0, 12)))
    .map(({ label }) => label);
};

test.each([
  "A voice message passed around on WhatsApp says the bank will close on Friday.",
  "A forwarded text doing the rounds claims the bank will close on Friday.",
  "A screenshot circulating on Telegram says the bank will close on Friday.",
  "Messages circulating on Telegram say that the quay was sold.",
  "An audio clip making the rounds said the road will be closed until May.",
  "Leaflets passed around at the station say the line will close.",
])("nobody vouches for: %s", (line) => expect(labelsOf(line)).toEqual(["UNSOURCED_SPECULATION"]));

test.each([
  "A text message from the governor says the bank will close on Friday.",
  "A message signed by the minister, circulated on Monday, says the bank will close on Friday.",
])("whoever signed it does: %s", (line) => expect(labelsOf(line)).toEqual(["REPORTED"]));
