import { isCapitalised, type Token } from "#lib/english/tokens";
import { indexAt, type Sentence } from "#lib/pipeline/attribute/sentence";
import type { Span } from "#lib/text/span";
import { type Speaker, speakerOf } from "./noun-phrase";

/** "told", "spoke to", "confirmed to": behind these stands who heard it. */
const TELLS = /^(?:told|tells|tell|telling)$/;
const TO_SOMEBODY = /^(?:to|with)$/;
/** Tokens of an outlet's name. */
const LONGEST_NAME = 6;

/**
 * "A source told the Harbour Times": nobody can find the source, and anybody can the outlet. What it was told, the outlet vouches for. Of
 * whoever can be found, and of officials, it is they themselves who do. "My bank told me": nobody there is named, and what only the writer
 * was told, nobody can ask them about. `speaker` is who tells by the cue; as it was where no outlet is told.
 *
 * `own`  what the page's own publisher and agency are called: what they were told, nobody else vouches for
 */
export function tellingOutlet(
  speaker: Speaker | null,
  cue: readonly Span[],
  sentence: Sentence,
  own: readonly string[],
): Speaker | null {
  const last = cue.at(-1);
  if (speaker?.kind === "ORGANIZATION" && last !== undefined && tellsWriter(sentence, last))
    return { ...speaker, kind: "UNNAMED", sourcing: "UNNAMED_BARE", because: "TOLD_WRITER" };
  if (speaker?.kind !== "UNNAMED" || speaker.sourcing !== "UNNAMED_BARE" || last === undefined)
    return speaker;
  const outlet = outletAfter(sentence, indexAt(sentence.tokens, last.start));
  if (outlet === null || own.some((name) => isOf(name, outlet))) return speaker;
  return { ...speaker, sourcing: "MEDIA_REPORT", because: "TOLD_OUTLET", paper: outlet };
}

/** "HSBC confirmed *to me*", "the bank told *me*", outside of quotations: "us" may be a newsroom's, which can be asked. */
function tellsWriter({ tokens: list, quoted }: Sentence, cue: Span): boolean {
  const at = indexAt(list, cue.start);
  const isPhrase = TO_SOMEBODY.test(list[at + 1]?.lower ?? "");
  const hearer = isPhrase ? at + 2 : at + 1;
  const verb = list[at]?.lower ?? "";
  const isHeard = isPhrase || TELLS.test(verb) || SENDS.test(verb);
  return isHeard && list[hearer]?.lower === "me" && quoted[hearer] !== true;
}
const SENDS = /^(?:assured|assures|informed|informs|texted|texts|emailed|messaged)$/;

/** The name of the outlet that is told by the verb at `at`; null where none is. */
function outletAfter({ tokens: list, quoted }: Sentence, at: number): string | null {
  const next = list[at + 1];
  const isPhrase = next !== undefined && TO_SOMEBODY.test(next.lower);
  if (!isPhrase && !TELLS.test(list[at]?.lower ?? "")) return null;
  const first = isPhrase ? at + 2 : at + 1;
  const afterArticle = list[first]?.lower === "the" ? first + 1 : first;
  // "told the newspaper El Faro": what it is stands before its name.
  const isSaidToBe = OUTLET.test(list[afterArticle]?.lower ?? "");
  const begin = isSaidToBe ? afterArticle + 1 : afterArticle;
  if (quoted[begin] === true) return null;
  let end = begin;
  while (end - begin < LONGEST_NAME && isOfName(list[end])) end += 1;
  // "told the newspaper Ana Ruiz had left": a name that goes on is that of what is told.
  if (isSaidToBe && end > begin && !endsName(list[end])) return null;
  if (isSaidToBe && end > begin)
    return list
      .slice(begin, end)
      .map(({ text }) => text)
      .join(" ");
  const outlet = end > begin ? speakerOf(list.slice(first, end)) : null;
  return outlet?.kind === "MEDIA" ? outlet.name : null;
}

const endsName = (token: Token | undefined): boolean =>
  token === undefined || token.kind === "MARK" || /^(?:that|on|last|yesterday|in)$/.test(token.lower);

const OUTLET =
  /^(?:newspaper|paper|daily|weekly|tabloid|magazine|broadcaster|channel|station|newswire|website)$/;

const isOfName = (token: Token | undefined): boolean =>
  token !== undefined && (token.text === "&" || (token.kind === "WORD" && isCapitalised(token)));

/** Whether two names are of one outlet: "Harbour Times" and "the Harbour Times", "HNA" and "Harbour News Agency". */
function isOf(name: string, outlet: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/^the /, "");
  return bare(name).includes(bare(outlet)) || bare(outlet).includes(bare(name)) || isShort(name, outlet);
}

/** "HNA" and "Harbour News Agency". */
const isShort = (name: string, outlet: string): boolean =>
  /^\p{Lu}{2,6}$/u.test(name) && name === (outlet.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join("");
