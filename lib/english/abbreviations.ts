/**
 * Shortened words that keep their full stop, a class a line: lower case, without the stop at their end. The lists were written by hand
 * for this project, from newspaper English.
 *
 * Two readers go by them, and some classes are known to one alone. `RULES` is `sentences.ts`. `MODELS` is `treebank/`: its
 * classes can't change without training anew, for the weights were learned on tokens that these lists cut.
 */
interface ShortenedWords {
  readonly means: string;
  readonly example: string;
  readonly readers: readonly ("RULES" | "MODELS")[];
  /** May the stop end a sentence as well? The models ask; to the rules none of these ends one. */
  readonly canEnd: boolean;
  readonly words: string;
}

const BOTH = ["RULES", "MODELS"] as const;
const RULES = ["RULES"] as const;
const MODELS = ["MODELS"] as const;

// biome-ignore format: a class a line
export const ABBREVIATIONS: readonly ShortenedWords[] = [
  { means: "title before a name", example: "Gen. Ortiz", readers: BOTH, canEnd: false, words: "adm capt cmdr col dr gen gov hon lt maj messrs mr mrs ms pres prof rep rev sen sgt st supt" },
  { means: "title before a name", example: "Insp. Reed", readers: RULES, canEnd: false, words: "assoc asst atty brig cpl det dist govs insp mgr mlle mme pvt reps secy sens treas" },
  { means: "title before a name", example: "Sens. Lee and Ito", readers: MODELS, canEnd: false, words: "atty govs mx reps sens" },
  { means: "word before a name or a number", example: "Mt. Etna", readers: BOTH, canEnd: false, words: "approx dept est fig ft mt no nos univ vol vs" },
  { means: "word before a name or a number", example: "cf. page 9", readers: RULES, canEnd: false, words: "assn cf e.g i.e viz" },
  { means: "word before a number", example: "pp. 4 to 9", readers: MODELS, canEnd: false, words: "art pp" },
  { means: "month", example: "17 Sept. 2024", readers: BOTH, canEnd: true, words: "jan feb mar apr jun jul aug sep sept oct nov dec" },
  { means: "weekday", example: "on Wed. night", readers: BOTH, canEnd: true, words: "mon tue wed thu fri sat sun" },
  { means: "weekday", example: "on Tues. night", readers: RULES, canEnd: true, words: "tues thur thurs" },
  { means: "end of a name", example: "Harbour Co.", readers: BOTH, canEnd: true, words: "al ave blvd bros co corp inc jr ltd rd sr" },
  { means: "end of a name or a list", example: "nets, ropes, etc.", readers: MODELS, canEnd: true, words: "esq etc" },
  { means: "state of the USA", example: "La Crosse, Wis.", readers: MODELS, canEnd: true, words: "ala ariz ark calif colo conn del fla ga ill ind kan kans ky la mass md mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo" },
];

function wordsOf(holds: (one: ShortenedWords) => boolean): ReadonlySet<string> {
  return new Set(ABBREVIATIONS.filter(holds).flatMap(({ words }) => words.split(" ")));
}

/** To the rules. */
export const ENDS_NO_SENTENCE = wordsOf(({ readers }) => readers.includes("RULES"));
/** To the models: those that never end a sentence, and those that may. */
export const TITLES = wordsOf(({ readers, canEnd }) => readers.includes("MODELS") && !canEnd);
export const SHORTENED = wordsOf(({ readers, canEnd }) => readers.includes("MODELS") && canEnd);

/** Words that often open a sentence: after "U.S." one of these, capitalised, starts a new one. */
const OPENERS =
  "the a an in on at it he she they we i you but and or so if when while as this that these those his her their our my there for from " +
  "before after however meanwhile according some many most all";

/** To the rules, and to the models. */
export const RULE_OPENERS: ReadonlySet<string> = new Set(`${OPENERS} its`.split(" "));
export const MODEL_OPENERS: ReadonlySet<string> = new Set(
  `${OPENERS} also although asked both by even here how instead moreover no not now one since still then though to what where who why with yet`.split(
    " ",
  ),
);
