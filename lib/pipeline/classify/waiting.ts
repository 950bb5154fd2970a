import { RELATIONS } from "#lib/english/treebank/parser";
import type { ParsedPage } from "#lib/english/treebank/syntax";
import { TAGS } from "#lib/english/treebank/tagger";
import { governedBy } from "./outlook";

const tagOf = (page: ParsedPage, i: number): string => TAGS[page.tags[i] ?? 0] ?? "";
const relationOf = (page: ParsedPage, i: number): string => RELATIONS[page.relations[i] ?? 0] ?? "";

/**
 * Whether the event in the tokens [first, end) is one that something waits for: "it opens *once the vote is over*". What
 * governs it lies ahead, and its own verb, if it has one, isn't of the past.
 */
export function waitsFor(page: ParsedPage, first: number, end: number): boolean {
  for (let i = first; i < end; i += 1) {
    const tag = tagOf(page, i);
    const isOwnVerb = /^(?:aux|auxpass|cop)$/.test(relationOf(page, i)) || tag === "VBD";
    if (isOwnVerb && (tag === "VBD" || tag === "MD")) return false;
  }
  return governedBy(page, first, end).outlook === "AHEAD";
}
