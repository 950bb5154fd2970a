import type { Relation } from "#lib/domain/matching";
import type { Compared } from "#lib/pipeline/match/facts";
import { addDays } from "#lib/text/calendar";
import { randomFrom, shuffle } from "#scripts/train/random";
import { ARABIC_FRAMES, FRAMES } from "./frames";
import { noisy } from "./noise";
import {
  type Aim,
  type Language,
  madeAim,
  madeName,
  madeNumber,
  NUMBER_SLOTS,
  otherNumber,
  pick,
  writeAim,
  writeNumber,
  writePast,
} from "./slots";

type Random = () => number;

interface Frame {
  readonly event: readonly string[];
  readonly rivals: readonly (readonly string[])[];
  readonly others: readonly (readonly string[])[];
  readonly language: Language;
}

/** What a draw put into a frame's slots. */
interface Filling {
  readonly names: ReadonlyMap<string, string>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly currency: string;
  readonly posted: string;
  readonly aim: Aim;
  readonly past: string;
}

export interface MadePair {
  readonly a: Compared;
  readonly b: Compared;
  readonly relation: Relation;
  /** The frame's number: pairs of one frame are never on both sides of a cut. */
  readonly frame: number;
}

function framesOf(text: string, language: Language): Frame[] {
  return text
    .trim()
    .split(/\n\s*\n/u)
    .map((block) => {
      const lines = block.split("\n").map((line) => line.trim());
      const of = (mark: string) => lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(2));
      const split = (line: string) => line.split("|");
      return { event: of("="), rivals: of("!").map(split), others: of("~").map(split), language };
    });
}

const SLOT = /\{(\w+)\}/gu;
const NAME_SLOTS = [
  "firm",
  "rival",
  "country",
  "state",
  "town",
  "place",
  "club",
  "team",
  "thing",
  "money",
  "person",
  "other",
  "teller",
];

function fill(frame: Frame, random: Random): Filling {
  const slots = new Set(
    [...frame.event, ...frame.rivals.flat(), ...frame.others.flat()].flatMap((text) =>
      [...text.matchAll(SLOT)].map((hit) => hit[1] ?? ""),
    ),
  );
  const names = new Map<string, string>();
  for (const slot of NAME_SLOTS) {
    if (!slots.has(slot)) continue;
    let name = madeName(slot, frame.language, random);
    while ([...names.values()].includes(name)) name = madeName(slot, frame.language, random);
    names.set(slot, name);
  }
  const numbers = new Map(
    NUMBER_SLOTS.filter((slot) => slots.has(slot)).map((slot) => [slot, madeNumber(slot, random)]),
  );
  const posted = addDays("2012-01-01", Math.floor(random() * 4700));
  return {
    names,
    numbers,
    currency: pick(["dollars", "euros", "pounds", "crowns"], random),
    posted,
    aim: madeAim(posted, random),
    past: addDays(posted, -Math.floor(random() * 4)),
  };
}

function write(wording: string, filling: Filling, language: Language, random: Random): Compared {
  const posted = addDays(filling.posted, random() < 0.5 ? 0 : 1);
  const text = wording.replace(SLOT, (_, slot: string) => {
    const number = filling.numbers.get(slot);
    if (number !== undefined) return writeNumber(slot, number, filling.currency, language, random);
    if (slot === "when") return writeAim(filling.aim, posted, language, random);
    if (slot === "day") return writePast(filling.past, posted, language, random);
    return filling.names.get(slot) ?? slot;
  });
  return { text: text.charAt(0).toUpperCase() + text.slice(1), postedAt: posted };
}

interface Claim {
  readonly key: string;
  readonly texts: readonly Compared[];
}

type Say = (key: string, wordings: readonly string[], filling: Filling, most: number) => Claim;

function claimsOf(frame: Frame, random: Random): Claim[] {
  const base = fill(frame, random);
  const say: Say = (key, wordings, filling, most) => {
    const chosen = [...wordings];
    shuffle(chosen, random);
    const texts = chosen.slice(0, most).map((wording) => write(wording, filling, frame.language, random));
    const first = texts[0];
    if (first !== undefined && random() < 0.5) texts.push({ ...first, text: noisy(first.text, random) });
    return { key, texts };
  };
  return [
    say("event", frame.event, base, 4),
    ...frame.rivals.map((wordings, i) => say(`rival ${i}`, wordings, base, 2)),
    ...frame.others.map((wordings, i) => say(`other ${i}`, wordings, base, 2)),
    ...fullerClaims(frame, base, say, random),
    ...changedClaims(frame, base, say, random),
    ...laterClaims(frame, base, say, random),
  ];
}

/** The event with more said of it, and as two speakers tell it. */
function fullerClaims({ event, language }: Frame, base: Filling, say: Say, random: Random): Claim[] {
  const more = language === "en" ? pick(MORE, random) : pick(ARABIC_MORE, random);
  const fuller = event.map((text) => text.replace(/[.!]*$/u, "") + more);
  const claims = [say("more", fuller, base, 2)];
  if (language === "ar" || event.some((text) => text.includes("{teller}"))) return claims;
  const [one = "", other = ""] = pick(SPEAKERS, random).split("/");
  return [
    ...claims,
    say("said one", spokenBy(event, one), base, 2),
    say("said other", spokenBy(event, other), base, 2),
  ];
}

const isUsed = ({ event }: Frame, slot: string): boolean => event.every((text) => text.includes(`{${slot}}`));

/** The event with another number, another name, another speaker. */
function changedClaims(frame: Frame, base: Filling, say: Say, random: Random): Claim[] {
  const claims: Claim[] = [];
  const number = pick(
    [...base.numbers.keys(), ""].filter((slot) => isUsed(frame, slot) || slot === ""),
    random,
  );
  const value = base.numbers.get(number);
  if (value !== undefined) {
    const numbers = new Map([...base.numbers, [number, otherNumber(value, random)]]);
    claims.push(say("number", frame.event, { ...base, numbers }, 2));
  }
  const renamed = (slot: string): Filling => ({
    ...base,
    names: new Map([...base.names, [slot, madeName(slot, frame.language, random)]]),
  });
  const slots = [...base.names.keys()].filter((slot) => isUsed(frame, slot) && slot !== "teller");
  if (slots.length > 0) claims.push(say("actor", frame.event, renamed(pick(slots, random)), 2));
  if (isUsed(frame, "teller")) claims.push(say("teller", frame.event, renamed("teller"), 2));
  return claims;
}

/** The event again years later, and moved to another date. */
function laterClaims(frame: Frame, base: Filling, say: Say, random: Random): Claim[] {
  const later = addDays(base.posted, 300 + Math.floor(random() * 900));
  if (!isUsed(frame, "when"))
    return [say("year", frame.event, { ...base, posted: later, past: addDays(later, -1) }, 2)];
  const claims = [say("years", frame.event, { ...base, posted: later, aim: madeAim(later, random) }, 2)];
  const posted = addDays(base.posted, 1 + Math.floor(random() * 12));
  const aim = madeAim(posted, random);
  if (aim.day !== base.aim.day) claims.push(say("moved", frame.event, { ...base, posted, aim }, 2));
  return claims;
}

/** What may be added to any event, so that more is claimed. */
const MORE = [
  ", the second such case this year",
  " after months of quarrels",
  " although nobody had asked for it",
  " and will have to answer for it in court",
  " because there is no money left",
  ", which cost 4 million crowns",
  " while thousands watched",
  ", and two ministers left in anger",
];
const ARABIC_MORE = [" بعد خلافات طويلة", " وسط احتجاجات واسعة", " للمرة الثانية هذا العام"];
const SPEAKERS = [
  "the mayor/the governor",
  "the police/the army",
  "the ministry/the opposition",
  "Minister Voll/Minister Arden",
  "the union/the employers",
  "Rena Dole/Tom Arden",
];

function spokenBy(wordings: readonly string[], speaker: string): string[] {
  return wordings.map((text, i) => {
    const bare = text.replace(/[.!]*$/u, "");
    if (i % 3 === 0) return `${bare}, ${speaker} said.`;
    return i % 3 === 1 ? `${bare}, according to ${speaker}` : `${speaker}: ${bare}`;
  });
}

/** What two claims of one frame are to each other; null where it can't be told from the frame alone. */
function relationOf(a: string, b: string): Relation | null {
  const keys = new Set([a, b]);
  const has = (start: string) => [...keys].some((key) => key.startsWith(start));
  if (a === b) return "SAME";
  if (has("actor")) return "DIFFERENT";
  if (has("other") || (has("said") && a.startsWith("said") && b.startsWith("said"))) return "SIMILAR";
  if (has("said")) return null;
  if (has("more")) return keys.has("event") ? "SIMILAR" : null;
  if (!keys.has("event")) return has("years") && keys.has("moved") ? "TEMPLATE" : null;
  if (has("rival") || has("number")) return "CONTRADICTION";
  return has("years") || has("moved") ? "TEMPLATE" : "SIMILAR";
}

/** Labelled pairs of made-up statements: `draws` fillings of every frame. The same seed gives the same pairs. */
export function madePairs(seed: number, draws: number): MadePair[] {
  const random = randomFrom(seed);
  const frames = [...framesOf(FRAMES, "en"), ...framesOf(ARABIC_FRAMES, "ar")];
  const pairs: MadePair[] = [];
  for (let draw = 0; draw < draws; draw += 1)
    frames.forEach((frame, index) => {
      const texts = claimsOf(frame, random).flatMap(({ key, texts }) => texts.map((text) => ({ key, text })));
      texts.forEach((a, i) => {
        for (const b of texts.slice(i + 1)) {
          const relation = relationOf(a.key, b.key);
          if (relation === null || (relation === "SIMILAR" && random() < 0.5)) continue;
          pairs.push({ a: a.text, b: b.text, relation, frame: index });
        }
      });
    });
  return pairs;
}
