import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { english } from "#lib/words/english";
import { editorNames, meanings, readerNames, type Term, terms } from "./terms";

/** One list of words: every screen's word for a term is from it, and no other word is used for one. */

const groups = Object.entries<Readonly<Record<string, Term>>>(terms);

test("every term has both names and a meaning in a sentence, and no name stands for two things of one kind", () => {
  for (const [, group] of groups) {
    for (const { editor, reader, meaning } of Object.values(group)) {
      expect(editor).not.toBe("");
      expect(reader).not.toBe("");
      expect(meaning).toMatch(/^[“\p{Lu}].*[.”]$/u);
    }
    const names = Object.values(group).map(({ editor }) => editor);
    expect(new Set(names).size).toBe(names.length);
  }
});

describe("screens take their words from the list", () => {
  const said = english.desk;
  test.each([
    ["sourcing at the desk", said.sourcing, editorNames(terms.sourcing)],
    ["certainty at the desk", said.factuality, editorNames(terms.certainty)],
    ["parts of a page at the desk", said.annotator.segments, editorNames(terms.parts)],
    ["kinds of source at the desk", said.speakerKinds, editorNames(terms.sources)],
    ["kinds of source in the chain", english.article.chain.kinds, readerNames(terms.sources)],
    ["certainty on a claim's page", english.record.claim.sounds, readerNames(terms.certainty)],
  ])("%s", (_, screen, list) => expect(screen).toEqual(list));

  test("labels", () => {
    for (const [label, { badge, meaning }] of Object.entries(english.labels)) {
      expect(badge).toBe(readerNames(terms.labels)[label as keyof typeof terms.labels]);
      expect(meaning).toBe(meanings(terms.labels)[label as keyof typeof terms.labels]);
    }
  });

  test("headings of the desk", () => {
    const { sections } = said.annotator;
    expect(sections.factuality).toBe(terms.things.certainty.editor);
    expect(sections.sourcing).toBe(terms.things.sourcing.editor);
    expect([said.preview.facts.factuality, said.preview.facts.sourcing]).toEqual([
      sections.factuality,
      sections.sourcing,
    ]);
    expect(said.form.relayDepth).toBe(said.preview.facts.relayDepth);
  });
});

/** Words of ours, or of no list, that nobody outside would know; and second words for what has one already. */
const BANNED: readonly RegExp[] = [
  /\bchrome\b/i,
  /\bfurniture\b/i,
  /\bfactuality\b/i,
  /\bcommit(?:s|ted)? to\b/i,
  /\bsource: plain narration\b/i,
  /\bbare\b/i,
  /\bhops?\b/i,
  /\bprimary source\b/i,
  /\bdateline\b/i,
  /\bspans?\b(?! of)/i,
  /\bepistemic\b|\bmodality\b|\bpropositions?\b/i,
  /\bNONE\b|\bUu\b|\bCT[+-u]/,
];

/** Every text of the English words, and the code of those that are made of something. */
function textsIn(value: unknown, path: string): (readonly [string, string])[] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function")
    return [...String(value).matchAll(/[`"']([^`"']*)[`"']/g)].map(([, text = ""]) => [path, text]);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, `${path}.${key}`));
}

test("no screen uses a banned word", () => {
  const texts = textsIn(english, "english");
  expect(texts.length).toBeGreaterThan(1000);
  const found = texts.flatMap(([path, text]) =>
    BANNED.filter((word) => word.test(text)).map((word) => `${path}: ${word}`),
  );
  expect(found).toEqual([]);
  expect(textsIn({ a: () => `the ${1} hops` }, "")).toEqual([[".a", expect.stringContaining("hops")]]);
});

test("no screen words a term by itself", () => {
  const folder = "components";
  const names = new Set(
    groups.flatMap(([, group]) => Object.values(group).flatMap(({ editor, reader }) => [editor, reader])),
  );
  const literal = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tsx"))
    .flatMap((name) =>
      [...readFileSync(`${folder}/${name}`, "utf8").matchAll(/>\s*([A-Z][^<>{}\n]*?)\s*</g)]
        .filter(([, text = ""]) => names.has(text))
        .map(([, text]) => `${name}: ${text}`),
    );
  expect(literal).toEqual([]);
});
