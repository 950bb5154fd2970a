import { describe, expect, test } from "vitest";
import { isNamedSo, namedSources, publisherKeys } from "./named-sources";
import { compareArticles, MOST_SENTENCES, sentencesOf } from "./provenance";
import { foldedRunWords, MOST_KEYS, sampleOf } from "./text-sample";

const UPSTREAM = [
  "The port of Harlen closed on Friday after a crane fell into the basin beside the old fish hall.",
  "Four workers were injured, harbour master Rena Dole said.",
  "Ships are being sent to Trebsen for ten days, and the ferry to the islands leaves from there.",
  "The crane was built in 1988 and was last inspected in the spring of this year.",
];
const read = (text: string) => sentencesOf(text, [{ start: 0, end: text.length }]);
const compare = (here: string, there: string = UPSTREAM.join(" ")) =>
  compareArticles(read(here), read(there));

describe("what an article is to another", () => {
  test.each([
    [
      "all of it with a sentence more",
      `${UPSTREAM.join("\n\n")}\n\nReaders of this blog saw it coming for years now.`,
      "REPOSTS",
    ],
    [
      "one sentence of it among others",
      `Our week in the north was quiet and wet, and nobody went to sea. ${UPSTREAM[0]} We walked along the beach instead and counted forty-one seals. The café was closed too. In the evening the lamps went out and we played cards until the candles were gone. Nobody minded it much.`,
      "QUOTES",
    ],
  ])("%s", (_, text, kind) => expect(compare(text).kind).toBe(kind));

  test.each([
    [
      "nothing in common",
      "The council votes on the new school on Tuesday. Parents want it nearer to the station.",
    ],
    ["a short sentence in common", "The council votes on Tuesday. It was closed on Friday. Nobody came."],
    ["no words at all", "…\n\n— —"],
  ])("%s is nothing", (_, text) => {
    expect(compare(text, `${UPSTREAM.join(" ")} It was closed on Friday.`).kind).toBeNull();
  });

  test("what stands word for word, what was changed and what was added are counted, with their places in both texts", () => {
    const added = "The new rate of the dinar will be announced from the port tonight.";
    const text = `Harlen / HNA / ${UPSTREAM[0]} Forty workers were injured, harbour master Rena Dole said. ${added} ${UPSTREAM[2]}`;
    const { counts, sentences } = compare(text);
    expect(counts).toEqual({ verbatim: 2, changed: 1, added: 1, dropped: 1 });
    const [first, second, third] = sentences;
    expect(first?.change).toBe("VERBATIM");
    expect(text.slice(...(first?.here ?? [0, 0]))).toBe(UPSTREAM[0]);
    expect(second).toMatchObject({ change: "NUMBER" });
    expect(third).toMatchObject({ change: "ADDED", there: [] });
    expect(text.slice(...(third?.here ?? [0, 0]))).toBe(added);
  });

  test("Arabic and Kurdish letters of one sound are one", () => {
    const arabic = "أعلنت وزارة المالية اليوم أن سعر صرف الدينار العراقي سيبقى كما هو حتى نهاية السنة";
    const persian = arabic.replaceAll("ي", "ی").replaceAll("ك", "ک").replaceAll("أ", "ا");
    expect(compare(`${persian}۔`, `${arabic}.`)).toMatchObject({ kind: "REPOSTS", counts: { verbatim: 1 } });
    const sorani = "وەزارەتی دارایی عێراق ڕایگەیاند کە نرخی دینار لەم مانگەدا ناگۆڕێت و وەک خۆی دەمێنێتەوە";
    expect(sampleOf(foldedRunWords(sorani))).toEqual(
      sampleOf(foldedRunWords(sorani.replaceAll("ی", "ي").replaceAll("ک", "ك"))),
    );
  });

  test("only so many sentences are compared, and that is said", () => {
    const long = Array.from({ length: MOST_SENTENCES + 5 }, (_, i) => `Ship number ${i} left the port.`).join(
      " ",
    );
    expect(read(long)).toMatchObject({ isCut: true, list: { length: MOST_SENTENCES } });
  });
});

describe("what texts are found by", () => {
  const words = Array.from({ length: 5000 }, (_, i) => `word${(i * 7919) % 5003}`);

  test("few words have no key, many have as many as is allowed, in any order of words the same", () => {
    expect(sampleOf(["one", "two", "three", "four"])).toEqual([]);
    expect(sampleOf(words)).toHaveLength(MOST_KEYS);
  });

  test("a tenth of a long text shares keys with all of it; another text shares none", () => {
    const whole = new Set(sampleOf(words));
    const part = sampleOf(words.slice(1000, 1500));
    expect(part.filter((key) => whole.has(key)).length).toBeGreaterThanOrEqual(6);
    expect(sampleOf(words.map((word) => `${word}x`)).filter((key) => whole.has(key))).toEqual([]);
  });

  test("case, marks and quotation marks are no difference", () => {
    expect(foldedRunWords("“The QUAY”, it’s said – ٣ times")).toEqual(
      foldedRunWords("the quay it's said 3 TIMES"),
    );
  });
});

describe("whom a text names", () => {
  test.each([
    ["Baghdad / NINA / Iraq and the US agreed.", "nina"],
    ["The rate stays, according to Shafaq News, which asked the bank.", "shafaq news"],
    ["Source: Kirkuk Gazette", "kirkuk gazette"],
    ["وقال المصرف نقلا عن شفق نيوز، إن السعر ثابت.", "شفق نيوز"],
  ])("%s", (text, name) => expect(namedSources(text).names).toContain(name));

  test("an address without the sentence's marks; a sentence without any names nobody", () => {
    expect(namedSources("See https://nina.example/news/1?a=b. Then go.").addresses).toEqual([
      "https://nina.example/news/1?a=b",
    ]);
    expect(namedSources("The quay was built in 1931.")).toEqual({ addresses: [], names: [] });
  });

  test.each([
    ["NINA", "nina", true],
    ["ninanews.com", "NINA", true],
    ["www.shafaq.com", "Shafaq", true],
    ["nina-fans.example", "NINA", false],
    ["in.example", "in", false],
  ])("%s by %s", (publisher, name, is) => {
    expect(isNamedSo(publisher, name)).toBe(is);
    // As the index of publishers has it.
    const key =
      publisher
        .toLowerCase()
        .replace(/^www\./, "")
        .split(".")[0] ?? "";
    if (is) expect(publisherKeys(name)).toContain(key);
  });
});
