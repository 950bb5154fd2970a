import { senseBook } from "#lib/models/word-senses";
import { addDays } from "#lib/text/calendar";

/**
 * Statements for the bench, always the same for the same seed. Words are drawn as often as ranks say (the nth word as often as 1/n), so that some stand in
 * a fifth of all statements and most in a handful; a fifth of all statements belong to one of forty subjects, which repeat their own few words with other
 * numbers and days, as a rumour does.
 */

export interface Made {
  readonly text: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
}

const CONSONANTS = "bdfgklmnprstvz";
const VOWELS = "aeiou";
const UNITS = ["million dollars", "percent", "people", "barrels", "trucks", "days", "votes", "tonnes"];
const NAMES = 30_000;
const SUBJECTS = 40;
const OF_A_SUBJECT = 0.2;
const FRAMES: readonly ((w: Drawn) => string)[] = [
  (w) =>
    `${w.name} said the ${w.noun(0)} of ${w.place} will ${w.verb(0)} the ${w.noun(1)} on ${w.date} for ${w.amount}.`,
  (w) => `The ${w.noun(0)} in ${w.place} ${w.verb(0)}s ${w.amount} to ${w.verb(1)} a ${w.noun(1)}.`,
  (w) => `${w.name} and ${w.other} ${w.verb(0)} over the ${w.noun(0)} ${w.noun(1)} in ${w.place} tomorrow.`,
  (w) => `A ${w.noun(0)} near ${w.place} has to ${w.verb(0)} its ${w.noun(1)} by ${w.date}, ${w.name} says.`,
  (w) =>
    `Nobody in ${w.place} wants the ${w.noun(0)} to ${w.verb(0)} the ${w.noun(1)}, according to ${w.name}.`,
  (w) => `The ${w.noun(0)} will ${w.verb(0)} on ${w.date}.`,
];

interface Drawn {
  readonly name: string;
  readonly other: string;
  readonly place: string;
  readonly amount: string;
  readonly date: string;
  noun(at: number): string;
  verb(at: number): string;
}

export class Maker {
  private readonly words: readonly string[];
  private readonly subjects: readonly (readonly string[])[];

  constructor(private readonly random: () => number) {
    // In an order that the seed sets: which words are frequent doesn't matter, how many are does.
    const plain = [...senseBook().words.keys()].filter((word) => /^[a-z]{4,12}$/.test(word)).sort();
    this.words = shuffled(plain, random);
    this.subjects = Array.from({ length: SUBJECTS }, () =>
      Array.from({ length: 12 }, () => this.words[Math.floor(this.random() * 3000)] ?? "bank"),
    );
  }

  /** One statement; those of one call after another say different things. */
  statement(): Made {
    const isOfSubject = this.random() < OF_A_SUBJECT;
    const subject = isOfSubject ? this.subjects[this.rank(SUBJECTS)] : undefined;
    const word = () =>
      subject === undefined
        ? (this.words[this.rank(this.words.length)] ?? "bank")
        : (subject[Math.floor(this.random() * subject.length)] ?? "bank");
    const nouns = [word(), word()];
    const verbs = [word(), word()];
    const day = addDays("2012-01-01", Math.floor(this.random() * 5000)) ?? "2012-01-01";
    const frame = FRAMES[Math.floor(this.random() * FRAMES.length)] ?? FRAMES[0];
    const drawn: Drawn = {
      name: this.name(),
      other: this.name(),
      place: nameOf(this.rank(NAMES)),
      amount: `${2 + Math.floor(this.random() * 900)} ${UNITS[Math.floor(this.random() * UNITS.length)]}`,
      date: addDays(day, 1 + Math.floor(this.random() * 60)) ?? day,
      noun: (at) => nouns[at] ?? "bank",
      verb: (at) => verbs[at] ?? "open",
    };
    return { text: frame?.(drawn) ?? "", day };
  }

  /** The same in other words: a word in six has a synonym or goes, and somebody puts something around it. */
  retold({ text, day }: Made): Made {
    const book = senseBook();
    const words = text.split(" ").flatMap((word) => {
      if (!/^[a-z]{4,}$/.test(word) || this.random() > 1 / 6) return [word];
      const relatives = book.words.get(word)?.relatives ?? [];
      return relatives.length > 0 && this.random() < 0.7 ? [relatives[0] ?? word] : [];
    });
    const around = ["BREAKING: ", "", "", "Update – "][Math.floor(this.random() * 4)] ?? "";
    return { text: `${around}${words.join(" ")}`, day };
  }

  private name(): string {
    return `${nameOf(this.rank(NAMES))} ${nameOf(this.rank(NAMES))}`;
  }

  /** Numbers from 0 below `most`, low ones most often: by Zipf's law. */
  private rank(most: number): number {
    return Math.min(most - 1, Math.floor(Math.exp(this.random() * Math.log(most + 1)) - 1));
  }
}

/** A made-up name; another for each number. */
function nameOf(n: number): string {
  let rest = n + 37;
  let name = "";
  while (rest > 0) {
    name += `${CONSONANTS[rest % 14]}${VOWELS[rest % 5]}`;
    rest = Math.floor(rest / 14);
  }
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}n`;
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const all = [...list];
  for (let i = all.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [all[i], all[j]] = [all[j] as T, all[i] as T]; // both lie inside
  }
  return all;
}
