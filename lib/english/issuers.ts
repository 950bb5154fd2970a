/** Whose a statement is: "the ministry said in a statement" names who issued it, and the paper alone names nobody. */

const PAPER =
  "(?:[a-z]+ )?(?:statement|press release|news release|release|communiqué|communique|readout|announcement)";
const OWN = "(?:an?|the|its|his|her|their)";
const SAID =
  "(?:said|says|announced|confirmed|added|noted|stated|explained|revealed|stressed|affirmed|declared|warned|denied|reported|wrote|disclosed|indicated)";
/** Who it is: up to a mark, never long. */
const WHO = '((?:[Tt]he |\\p{Lu})[^,;:“”"()/]{1,80}?)';

/** "The Finance Ministry said on Monday in a statement": the words of telling, and who stands before them, also behind a quotation or a wire's own slug. */
const TOLD_IN = new RegExp(` ${SAID}(?: [^.,;“”"]{0,40}?)? in ${OWN} ${PAPER}\\b`, "u");
const TELLER = /(?:^|[,.”"’] |[-–—/] |\b(?:that|and|but|as) )((?:[Tt]he |\p{Lu})[^,;:“”"()/]{1,80})$/u;
const HELPERS = / (?:has|have|had|also)$/u;
/** Longer than whoever tells, with what stands before. */
const BEFORE = 120;
/** "In a statement on Monday, the central bank said". */
const IN_PAPER = new RegExp(
  `\\b[Ii]n ${OWN} ${PAPER}\\b[^,.“”"]{0,60}, ${WHO} (?:has |have |had |also )*${SAID}\\b`,
  "u",
);
/** "a statement from the Interior Ministry". */
const NAMED_BY = new RegExp(`^${OWN} ${PAPER} (?:from|by|of|issued by|released by) (.+)$`, "u");
const BARE = new RegExp(`^(?:${OWN} )?${PAPER}$`, "u");
/** Whoever a pronoun means is named elsewhere: "it", "both", and "its spokesman", "these officials" as well. */
const PRONOUN =
  /^(?:(?:it|he|she|they|we|i|you|who|which|others|everyone|nobody|somebody|someone|none|neither|some|many|all)$|(?:its|his|her|their|our|my|your|this|that|these|those|both|another|one)\b)/i;
const JOINT = /\bjoint\b/i;

/** Is this the name of a paper and of nobody behind it? A joint statement is its parties' own, and has their names elsewhere. */
export function isBarePaper(name: string): boolean {
  return BARE.test(name) && !JOINT.test(name);
}

/** Who issued the paper of this name, as far as the sentence or the name says; null where neither does. */
export function issuerOf(name: string, sentence: string): string | null {
  if (JOINT.test(name)) return null;
  const named = NAMED_BY.exec(name)?.[1];
  if (named !== undefined) return named;
  if (!BARE.test(name)) return null;
  const flat = sentence.replace(/\s+/gu, " ").trim();
  const who = tellerIn(flat) ?? IN_PAPER.exec(flat)?.[1];
  return who === undefined || PRONOUN.test(who) ? null : who.replace(/^The /, "the ").trim();
}

function tellerIn(sentence: string): string | undefined {
  const told = TOLD_IN.exec(sentence);
  if (told === null) return undefined;
  let before = sentence.slice(Math.max(0, told.index - BEFORE), told.index);
  while (HELPERS.test(before)) before = before.replace(HELPERS, "");
  return TELLER.exec(before)?.[1];
}
