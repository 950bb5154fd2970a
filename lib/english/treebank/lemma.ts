import { TAGS } from "./tagger";

/** Forms that no rule reaches: "base form form …". */
const IRREGULAR = `be am is are was were been being 's 're 'm|have has had 've|do does did done|go goes went gone
say said|tell told|think thought|know knew known|get got gotten|make made|take took taken|see saw seen|come came
give gave given|find found|hear heard|feel felt|leave left|keep kept|hold held|bring brought|write wrote written
stand stood|mean meant|meet met|pay paid|lead led|speak spoke spoken|lose lost|win won|run ran|sit sat|send sent
spend spent|build built|fall fell fallen|rise rose risen|draw drew drawn|grow grew grown|show shown|begin began begun
break broke broken|choose chose chosen|drive drove driven|buy bought|seek sought|teach taught|catch caught|fight fought
sell sold|swear swore sworn|forget forgot forgotten|forgive forgave forgiven|understand understood|withdraw withdrew withdrawn
become became becoming|overcome overcame|throw threw thrown|fly flew flown|blow blew blown|wear wore worn|tear tore torn|bear bore borne born
eat ate eaten|shake shook shaken|mistake mistook mistaken|undertake undertook undertaken|strike struck stricken|stick stuck
hang hung|sing sang sung|ring rang rung|drink drank drunk|swim swam swum|sink sank sunk|shrink shrank shrunk|deal dealt
lend lent|bend bent|sleep slept|sweep swept|weep wept|creep crept|foresee foresaw foreseen|oversee oversaw overseen
rewrite rewrote rewritten|retell retold|foretell foretold|withhold withheld|uphold upheld|shoot shot|lie lay lain lying|die dying|tie tying
steal stole stolen|freeze froze frozen|bite bit bitten|hide hid hidden|ride rode ridden|wake woke woken|feed fed|breed bred|flee fled
plead pled|prove proven|wind wound|bind bound|grind ground|light lit|slide slid|spin spun|swing swung|dig dug|shine shone|split splitting
cut cutting|put putting|set setting|let letting|hit hitting|quit quitting|shut shutting|bet betting|cast casting|cost costing|hurt hurting|read reading|spread spreading`;

const PLURALS = `people people|media media|data data|politics politics|rights rights|ad ads|man men|woman women|child children|person people|foot feet|tooth teeth|mouse mice|life lives|wife wives|leaf leaves
half halves|self selves|thief thieves|crisis crises|analysis analyses|basis bases|thesis theses|medium media|criterion criteria`;

function tableOf(list: string): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const entry of list.split(/[|\n]/)) {
    const [base = "", ...forms] = entry.trim().split(" ");
    for (const form of forms) table.set(form, base);
  }
  return table;
}

const verbs = tableOf(IRREGULAR);
const nouns = tableOf(PLURALS);
const VERB_TAGS = new Set<number>(
  TAGS.flatMap((tag, i) => (tag.startsWith("VB") || tag === "MD" ? [i] : [])),
);
const INFLECTED = new Set<number>(TAGS.flatMap((tag, i) => (/^VB[GDN]$/.test(tag) ? [i] : [])));
const PLURAL_TAGS = new Set<number>(TAGS.flatMap((tag, i) => (tag === "NNS" ? [i] : [])));
/** Stems that lost their "e" before "-ing" or "-ed". */
const LOST_E =
  /(?:[^aeiou][aeiou][^aeiouwxyrln]|[bcdfgkpstz]l|[aeiou]t|[ei]v|iz|ys|[lrnd]g|[nu]c|[lr]v|ur|ir|as|us|[aeo]r|[^aeiou]in)$/;
const KEPT = /(?:[aeiou]{2}[^aeiou]|er|en|on|it|or|et|ot|el|al|om|op|ow|sh|ch)$/;

function stem(base: string): string {
  const n = base.length;
  const last = base.charAt(n - 1);
  if (n > 3 && last === base.charAt(n - 2) && !"lsz".includes(last)) return base.slice(0, -1);
  if (n > 4 && last === "l" && base.charAt(n - 2) === "l" && /[aeo]ll$/.test(base) && n > 5)
    return base.slice(0, -1);
  if (
    /(?:creat|[^e]at|[ieo]?[aeo]?[aio]is|eas|oos|ors|ens|[^o]cus|ul|uir|quir|fil|com|[pm]et|mot)$/.test(
      base,
    ) &&
    base !== "focus"
  ) {
    return `${base}e`;
  }
  if (/(?:it|ing|ear|eat|uc?ceed)$/.test(base) || base === "focus") return base;
  if (/(?:[uv]|c)$/.test(base) || (LOST_E.test(base) && !(n > 4 && KEPT.test(base)))) return `${base}e`;
  return base;
}

function singular(word: string): string {
  if (word.length < 4 || word.endsWith("ss") || !word.endsWith("s")) return word;
  if (word.endsWith("ies")) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:ss|sh|ch|x|zz|o)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** The base form of a word in lower case; `tag` is an index into TAGS. Names and unknown kinds stay as they are. */
export function lemmaOf(word: string, tag: number): string {
  if (PLURAL_TAGS.has(tag)) return nouns.get(word) ?? singular(word);
  if (!VERB_TAGS.has(tag)) return word;
  const known = verbs.get(word);
  if (known) return known;
  if (!INFLECTED.has(tag)) return TAGS[tag] === "VBZ" ? singular(word) : word;
  if (word === "died" || word === "tied" || word === "lied") return word.slice(0, -1);
  if (word.endsWith("eed")) return word.slice(0, -1);
  if (word.length > 4 && word.endsWith("ing")) return stem(word.slice(0, -3));
  if (word.length > 3 && word.endsWith("ied")) return `${word.slice(0, -3)}y`;
  if (word.length > 3 && word.endsWith("ed")) return stem(word.slice(0, -2));
  return word;
}
