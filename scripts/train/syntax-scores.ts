import { IS_SYMBOL } from "#lib/english/treebank/document";
import { NAME_LABELS } from "#lib/english/treebank/names";
import type { ParsedPage } from "#lib/english/treebank/syntax";
import type { Article } from "./corpus";

/** Counts of how the syntax of a page agrees with CoreNLP's. */
export class SyntaxScores {
  private readonly n = { tokens: 0, tags: 0, words: 0, heads: 0, labelled: 0, found: 0, names: 0, right: 0 };

  add(article: Article, parsed: ParsedPage): void {
    const { n } = this;
    for (const sentence of article.silver) {
      const length = sentence.to - sentence.from;
      for (let i = 0; i < length; i++) {
        const at = sentence.from + i;
        n.tokens++;
        if (parsed.tags[at] === sentence.tags[i]) n.tags++;
        if ((article.page.lexemes[at]?.traits ?? 0) & IS_SYMBOL) continue;
        n.words++;
        const head = sentence.heads[i] ?? length;
        if (parsed.heads[at] !== (head >= length ? -1 : sentence.from + head)) continue;
        n.heads++;
        if (head >= length || parsed.relations[at] === sentence.relations[i]) n.labelled++;
      }
      const gold = spans(sentence.names, 0, length, sentence.from);
      const found = spans(parsed.names, sentence.from, sentence.to, 0);
      n.names += gold.size;
      n.found += found.size;
      for (const span of found) if (gold.has(span)) n.right++;
    }
  }

  toString(): string {
    const { n } = this;
    const share = (a: number, b: number) => ((100 * a) / b).toFixed(2);
    return `tags ${share(n.tags, n.tokens)}  heads ${share(n.heads, n.words)}  labelled ${share(n.labelled, n.words)}  names F1 ${share(2 * n.right, n.found + n.names)}`;
  }
}

function spans(labels: Uint8Array, from: number, to: number, shift: number): Set<string> {
  const out = new Set<string>();
  for (let i = from; i < to; i++) {
    const label = labels[i] ?? 0;
    if (
      label === 0 ||
      (label % 2 === 0 && i > from && (labels[i - 1] === label || labels[i - 1] === label - 1))
    )
      continue;
    const inner = label % 2 === 1 ? label + 1 : label;
    let end = i + 1;
    while (end < to && labels[end] === inner) end++;
    out.add(`${NAME_LABELS[label]}:${i + shift}:${end + shift}`);
  }
  return out;
}
