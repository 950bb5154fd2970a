import { annotatorWords } from "./annotator";
import { navigation } from "./navigation";
import { plural } from "./plural";

const { annotator, form } = annotatorWords;

const start = {
  SUGGESTIONS: "from the machine’s suggestions",
  BARE: "from the text alone, without suggestions",
};

/** What the machine calls the places that two people read. */
const list = {
  title: navigation.places.readings,
  lede: "Two people label a page, each without seeing the other’s work. A third settles where they differ. That shows how far our labels depend on who gives them.",
  groups: {
    mine: "Your passes",
    toRead: "To be read",
    toSettle: "To be settled",
    waiting: "Handed in by you, waiting for the other pass",
    settled: "Settled lately",
  },
  empty: {
    mine: "You have no pass to do.",
    toRead: "No page waits for a reader.",
    toSettle: "Nothing waits to be settled by you.",
    waiting: "None of your passes waits for the other.",
    settled: "Nothing was settled yet.",
  },
  starts: (code: keyof typeof start) => `Starts ${start[code]}.`,
  passesIn: (n: number) => (n === 0 ? "No pass is in." : n === 1 ? "One pass is in." : "Both passes are in."),
  untitled: "A page without a headline",
  more: "Only the first hundred are shown.",
};

const page = {
  kicker: "A blind reading",
  askedBy: (name: string, when: string) => `${name} asked for it on ${when}.`,
  byRule: (when: string) => `It was chosen by the rule for incoming pages on ${when}.`,
  states: {
    READING: "Two people read this page, each without seeing the other’s work.",
    SETTLING: "Both passes are in. Somebody who didn’t read the page settles where they differ.",
    SETTLED: "It is settled.",
    CALLED_OFF: "It was called off.",
  },
  calledOff: (reason: string) => `It was called off: ${reason}`,
  review: "Open the page for review",
  passes: "The two passes",
  free: "Nobody has taken it.",
  named: (name: string, isIn: boolean) => (isIn ? `${name}: handed in.` : `${name}: being written.`),
  unnamed: (isIn: boolean) => (isIn ? "Handed in." : "Being written."),
  yours: (isIn: boolean) => (isIn ? "Yours: handed in." : "Yours: being written."),
  take: "Begin a pass",
  takeNote: "You label the page by yourself. Nobody sees what you say before both passes are in.",
  goOn: "Go on with your pass",
  look: "Look at your pass",
  callOff: "Call it off",
  callOffTitle: "Call the blind reading off?",
  callOffBody:
    "The page can be reviewed as any other then. What was read so far stays with its readers, and nobody else sees it.",
  callOffReason: "Why",
  calledOffDone: "It was called off.",
  release: "Give this pass to somebody else",
  releaseTitle: (name: string) => `Give ${name}’s pass to somebody else?`,
  releaseBody:
    "They can’t go on with it, and nobody sees what they wrote. Somebody who hasn’t read the page begins anew.",
};

const rule = {
  title: "Which incoming pages are read blind",
  none: "None by a rule. Editors choose pages one by one.",
  every: (n: number) => (n === 1 ? "Every page that comes in." : `One page in every ${n} that come in.`),
  everyNth: "Of how many incoming pages is one read blind?",
  hint: "Leave it empty for none. Pages that are here already are left as they are.",
  save: "Save the rule",
  done: "Saved.",
};

const settle = {
  title: "Side by side",
  nobodyMarked: "Neither reader marked it.",
  counts: (places: number, alike: number, waiting: number) =>
    `${plural(places, "place", "places")} marked. The two say the same of ${alike}. ${waiting === 0 ? "None waits" : `${waiting} ${waiting === 1 ? "waits" : "wait"}`} for a decision.`,
  none: "Neither reader marked a statement, so there is nothing to decide.",
  begin: "Begin to settle",
  beginNote:
    "What both say is copied into a review of the page. You decide the rest; who read it stays unnamed.",
  by: (name: string) => `${name} settles it.`,
  byYou: "You settle it.",
  finish: "Finish settling",
  finishTitle: "Finish settling?",
  finishBody:
    "The review can be handed in then, and nothing is decided here any more. Suggestions of the machine that neither reader marked are rejected.",
  differ: "Where they differ",
  alike: (n: number) => `What both say alike (${n})`,
  place: (n: number) => `Place ${n}`,
  field: "What is said",
  readers: ["First reader", "Second reader"],
  you: (name: string) => `${name} (you)`,
  final: "Settled",
  differs: "differs",
  nothing: "Marked nothing here",
  noValue: "Nothing",
  names: {
    MARK: "Whether it is a statement",
    WORDS: annotator.sections.words,
    LABEL: annotator.sections.label,
    SOURCING: annotator.sections.sourcing,
    WRITER: form.writer,
    SOURCE: form.source,
    TIME: annotator.sections.time,
    PROMISE: "Promise",
    SPEAKER: annotator.sections.speaker,
    QUOTE: form.quoteMode,
    FLAGS: form.flags,
    NOTES: annotator.sections.notes,
  },
  differences: (names: string) => `They differ in: ${names}.`,
  same: "Both say the same.",
  waits: "Waits for a decision.",
  choices: {
    BOTH: "Both said this.",
    LEFT: "The first reader’s was taken.",
    RIGHT: "The second reader’s was taken.",
    THIRD: "Neither was taken: something else stands there.",
    NEITHER: "It is no statement.",
  },
  decided: (choice: string, name: string) => `${choice} Decided by ${name}.`,
  because: (reason: string) => `Why: ${reason}`,
  takeLeft: "Take the first",
  takeRight: "Take the second",
  takeNeither: "No statement",
  takeThird: "Something else",
  keys: "With the focus on a place: 1 takes the first, 2 the second, 3 something else, 0 none; j and k go on and back.",
  third: "What stands there instead",
  thirdNote:
    "Its words, speaker and promise stay as that reader has them. They can be changed in the review.",
  from: "Start from",
  why: "Why, for those who read it",
  save: "Take this",
  done: "Decided.",
  toReview: "Open the review, to hand it in",
};

const fields = {
  SPAN: "Which words are a statement",
  LABEL: annotator.sections.label,
  SOURCING: annotator.sections.sourcing,
  CERTAINTY: annotator.sections.factuality,
  TIME: annotator.sections.time,
};

const untold = {
  NOTHING: "Can’t be told: nothing was compared.",
  ONE_READER: "Can’t be told: nobody read what another read.",
  ONE_LABEL: "Can’t be told: only one value was ever given, so there is no chance to compare with.",
};

const figure = (value: number, low: number | null, high: number | null, n: number) =>
  low === null || high === null
    ? `${two(value)} (n = ${n})`
    : `${two(value)}, ${two(low)} to ${two(high)} (n = ${n})`;

const agreement = {
  title: "How far readers agree",
  lede: "Of the last twelve months’ blind readings. 1 means that two readers always agree, 0 that they agree as often as by chance.",
  link: "How far readers agree",
  back: "To the blind readings",
  fields,
  tooFew: (n: number) => `too few to say (n = ${n})`,
  interval:
    "Of fewer than 10 places no figure is told. After each figure stands the interval that 95 of 100 such samples lie in, and n, the number of places compared.",
  measures:
    "Krippendorff’s alpha; for certainty, of ordered values. For a pair of readers Cohen’s kappa. For which words are a statement, the part of all marks that both made (positive specific agreement): two marks are one where they differ by no letter and no number.",
  byField: "Agreement by field",
  overview: "Every field, by what the readers started from",
  field: "Field",
  all: "All",
  starts: { SUGGESTIONS: "From suggestions", BARE: "From the text alone" },
  choose: "Which field",
  byMonth: "Month by month",
  month: "Month",
  byPair: "By pair of readers",
  pair: "Readers",
  pairOf: (a: string, b: string) => `${a} and ${b}`,
  value: "Agreement",
  confusion: "Who gives what where the other gives what",
  confusionNote:
    "A row is what one of two readers gave, a column what the other did. Each place counts both ways, as neither reader is the first.",
  values: { MARKED: "Marked", NOT_MARKED: "Not marked" },
  none: "Nothing was compared yet.",
  own: "Your labels and the final ones",
  ownCount: (places: number, differ: number) =>
    places === 0
      ? "None of your passes was settled yet."
      : `Of ${places} places in your last readings ${differ} ended with another label than yours.`,
  words: "Words",
  mine: "Yours",
  final: "Final",
  noMark: "No statement",
};

/** Two decimals, with a real minus. */
function two(value: number): string {
  return value.toFixed(2).replace("-", "−");
}

export const readings = { start, list, rule, page, settle, agreement };

/** What readers of the published pages are told. */
export const publicAgreement = {
  title: "How far our labels depend on who gives them",
  text: "Some pages are labelled by two of us, neither seeing the other’s work; a third settles where they differ. This is how far the two agreed in the last twelve months: 1 is always, 0 is as often as by chance. Behind each figure stands the interval that 95 of 100 such samples lie in, and the number of statements compared.",
  notYet: (n: number) => `not yet told: ${n} of 10`,
  measures:
    "The figure is Krippendorff’s alpha, for certainty of ordered values. For which words are a statement it is the part of all marks that both made.",
  field: agreement.field,
  fields,
  value: agreement.value,
  untold,
  figure,
};
