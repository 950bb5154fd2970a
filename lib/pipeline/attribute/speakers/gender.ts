import { getGender } from "gender-detection-from-name";
import { type WordClass, wordsOf } from "#lib/english/word-class";

export type Gender = "FEMALE" | "MALE";

export const GENDER_CLASSES = {
  FEMALE: {
    means: "a title, a role or a relative that is a woman",
    example: "Mrs Ruiz said that she would go.",
    words: `
      mrs ms miss mme madam lady dame queen princess duchess baroness countess empress woman chairwoman spokeswoman congresswoman
      councilwoman policewoman businesswoman saleswoman girl mother mom mum grandmother wife widow daughter sister aunt niece
      girlfriend bride actress waitress hostess heroine nun
    `,
  },
  MALE: {
    means: "a title, a role or a relative that is a man",
    example: "Mr Ruiz said that he would go.",
    words: `
      mr sir lord king prince duke baron count emperor pope monsignor man chairman spokesman congressman councilman policeman
      businessman salesman fireman boy father dad grandfather husband widower son brother uncle nephew boyfriend groom waiter
      monk priest imam sheikh
    `,
  },
  EITHER: {
    means: "a first name that women and men have",
    example: "Robin said so.",
    words: `
      robin alex dana jordan jesse kim sam chris nicola andrea pat terry taylor morgan casey leslie lee jamie kelly shannon tracy
      ashley avery blake cameron charlie dominique drew frankie hayden jackie jean jo jody joe kai kerry lindsay logan marion
      ally bailey bobbie carey cary corey courtney dale darcy devon elliot emerson evelyn finley gale gerry harley hilary jaime jude
      kendall laurie lynn mackenzie mel nat nicky ollie paris rene robbie rowan sage shelby steph stevie sunny tatum whitney
      parker quinn reese riley rory sandy sasha sidney skyler stacey tony toni val vivian ali noor joan jan nikita michele gabriele jules wei yan jin min hyun nur deniz
    `,
  },
} as const satisfies Record<string, WordClass>;

const FEMALE = wordsOf(GENDER_CLASSES.FEMALE);
const MALE = wordsOf(GENDER_CLASSES.MALE);
const EITHER = wordsOf(GENDER_CLASSES.EITHER);

/** Whether somebody called so is a woman or a man, by a title or a relative's word; null where none stands there. */
export function statedGender(name: string): Gender | null {
  const words = wordsIn(name);
  for (const word of [words[0] ?? "", words.at(-1) ?? "", ...words]) {
    if (FEMALE.has(word)) return "FEMALE";
    if (MALE.has(word)) return "MALE";
  }
  return null;
}

/**
 * The same, or by the first name, as lists of names have it (`gender-detection-from-name`): these know most names of Europe and
 * America, and err on others. Null where neither tells, and where both women and men have the name.
 */
export function genderOf(name: string): Gender | null {
  const stated = statedGender(name);
  const words = wordsIn(name);
  if (stated !== null || words.length < 2 || !/^\p{Lu}/u.test(name)) return stated;
  for (const word of words.slice(0, -1)) {
    if (word.length < 2 || EITHER.has(word)) return null;
    const found = getGender(word);
    if (found !== "unknown") return found === "female" ? "FEMALE" : "MALE";
  }
  return null;
}

/** Whether lists of first names have a word. */
export const isFirstName = (word: string): boolean =>
  EITHER.has(word.toLowerCase()) || getGender(word.toLowerCase()) !== "unknown";

const wordsIn = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .replace(/['’]s\b/g, " ")
    .match(/\p{L}[\p{L}-]*/gu) ?? [];

/** What a pronoun says; null for those that don't tell. */
export function genderOfPronoun(pronoun: string): Gender | null {
  if (/^(?:she|her)$/.test(pronoun)) return "FEMALE";
  return /^(?:he|him)$/.test(pronoun) ? "MALE" : null;
}
