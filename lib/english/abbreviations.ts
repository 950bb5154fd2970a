/**
 * Shortened words that keep their full stop, a class a line: lower case, without the stop at their end. The lists were written by hand
 * for this project, from newspaper English. Sentences are cut by them, and so are the models' tokens.
 */
interface ShortenedWords {
  readonly means: string;
  readonly example: string;
  /** What comes behind the stop: a name or anything else ("NAME": it never ends a sentence), a number, or a new sentence perhaps. */
  readonly before: "NAME" | "NUMBER" | "ANY";
  /** Is it one in small letters too? "Sun." is a day, and "the sun." ends a sentence. */
  readonly isSmallToo: boolean;
  readonly words: string;
}

// biome-ignore format: a class a line
export const ABBREVIATIONS: readonly ShortenedWords[] = [
  { means: "title before a name", example: "Gen. Ortiz", before: "NAME", isSmallToo: false, words: "adm asst assoc atty brig capt cmdr col cpl det dr gen gov govs hon insp lt maj messrs mgr mlle mme mr mrs ms mx pres prof pvt rep reps rev sec secys sen sens sgt st supt treas" },
  { means: "word before a name", example: "Mt. Etna", before: "NAME", isSmallToo: false, words: "assn dept dist ft govt mt univ" },
  { means: "word between two things or before an example", example: "cf. Etna", before: "NAME", isSmallToo: true, words: "approx cf e.g est i.e viz vs" },
  { means: "word before a number", example: "pp. 4 to 9", before: "NUMBER", isSmallToo: false, words: "art fig no nos pp rs vol" },
  { means: "month", example: "17 Sept. 2024", before: "ANY", isSmallToo: false, words: "jan feb mar apr jun jul aug sep sept oct nov dec" },
  { means: "weekday", example: "on Wed. night", before: "ANY", isSmallToo: false, words: "mon tue tues wed thu thur thurs fri sat sun" },
  { means: "end of a name", example: "Harbour Co.", before: "ANY", isSmallToo: false, words: "ave blvd bros co corp esq inc jr ltd rd sr" },
  { means: "end of a list", example: "nets, ropes, etc.", before: "ANY", isSmallToo: true, words: "al etc" },
  { means: "state of the USA", example: "La Crosse, Wis.", before: "ANY", isSmallToo: false, words: "ala ariz ark calif colo conn del fla ga ill ind kan kans ky la mass md mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo" },
];

const KNOWN = new Map(ABBREVIATIONS.flatMap((one) => one.words.split(" ").map((word) => [word, one])));

/** What is known of a word, given without its last stop; undefined where it is no shortened word, or not as it is written here. */
export function abbreviationOf(word: string): ShortenedWords | undefined {
  const known = KNOWN.get(word.toLowerCase());
  if (known === undefined || known.isSmallToo || known.before === "NUMBER") return known;
  return /^\p{Lu}/u.test(word) ? known : undefined;
}

/** Words that often open a sentence: after "U.S." one of these, capitalised, starts a new one. */
export const OPENERS: ReadonlySet<string> = new Set(
  (
    "the a an in on at it he she they we i you but and or so if when while as this that these those his her their our my there for from " +
    "before after however meanwhile according some many most all its also although asked both by even here how instead moreover no not now " +
    "one since still then though to what where who why with yet " +
    "nobody everybody somebody nothing everything neither each another several few none perhaps maybe later"
  ).split(" "),
);
