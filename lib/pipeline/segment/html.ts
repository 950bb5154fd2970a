import type { Note } from "#lib/domain/analysis";
import { normalise } from "#lib/text/normalise";
import { type Block, blocksOf } from "./block";
import type { Known } from "./metadata";

export function blocksOfHtml(html: string): { text: string; blocks: Block[]; known: Known; notes: Note[] } {
  const text = normalise(html.replace(/<[^<>]{0,2000}>/g, "\n"));
  return { text, blocks: blocksOf(text), known: {}, notes: [] };
}
