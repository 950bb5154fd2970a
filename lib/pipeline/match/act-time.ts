import { AHEAD, BETWEEN, DETERMINERS, HAPPENED, MEANT, POSSIBLE, TIMELESS } from "#lib/english/act-times";
import type { Token } from "#lib/english/tokens";
import type { Alignment, Link } from "./alignment";
import type { ContentWord, Facts } from "./facts";

/** What a verb's own form and its helpers say of its act. Null: they don't say, or the word is no verb. */
export type ActTime = "HAPPENED" | "AHEAD" | "POSSIBLE" | null;

/** A helper stands at most so many words before its verb. */
const REACH = 5;

/**
 * "signed" and "has been signed" happened, "will sign", "is due to sign" and a headline's "Voss to sign" are to come, "may sign" may be. "Signs" and "is signed" say
 * neither: news writes so of all three.
 */
export function actTimeOf({ tokens }: Pick<Facts, "tokens">, word: Pick<ContentWord, "at" | "key">): ActTime {
  const own = isPastForm(tokens[word.at]?.lower ?? "", word.key) ? "HAPPENED" : null;
  for (let at = word.at - 1; at >= 0 && at >= word.at - REACH; at -= 1) {
    const { lower, kind, text } = tokens[at] ?? { lower: "", kind: "MARK", text: "" };
    if (kind === "MARK") return own;
    if (lower === "to") return isToCome(tokens, at) ? "AHEAD" : null;
    if (AHEAD.has(lower)) return "AHEAD";
    // "in May" helps no verb.
    if (POSSIBLE.has(lower) && text !== "May") return "POSSIBLE";
    if (HAPPENED.has(lower)) return "HAPPENED";
    if (TIMELESS.has(lower)) return null;
    if (!BETWEEN.has(lower) && !lower.endsWith("ly")) return DETERMINERS.has(lower) ? null : own;
  }
  return own;
}

/** A word in "-s" or "-ing" is past of nothing. The key of "came out" is "come_out". */
const isPastForm = (lower: string, key: string): boolean =>
  lower !== key.replace(/_.*/u, "") && !/s$|ing$|['’]/u.test(lower);

/** "is due to sign"; "Prime Minister Renn to sign", where nothing stands before the name. "Forced Renn to sign" isn't. */
function isToCome(tokens: readonly Token[], to: number): boolean {
  if (MEANT.has(tokens[to - 1]?.lower ?? "")) return true;
  const before = tokens.slice(0, to);
  return before.length > 0 && before.every(({ text }) => /^\p{Lu}/u.test(text));
}

/** The acts that one statement says happened and the other that they are to come or may be, or one that they will and the other that they may be. */
export function actsOfOtherTimes(a: Facts, b: Facts, { links }: Alignment): Link[] {
  return links.filter((link) => {
    if (link.a.isName || link.b.isName || link.a.isSource || link.b.isSource) return false;
    const [x, y] = [actTimeOf(a, link.a), actTimeOf(b, link.b)];
    return x !== null && y !== null && x !== y;
  });
}
