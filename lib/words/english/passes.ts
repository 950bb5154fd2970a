/** Asking that a page is read blind by two, and one’s own pass through it. */

const ask = {
  open: "Have it read blind by two",
  title: "Have this page read blind by two people?",
  body: "Two people label it, each without seeing the other’s work; you aren’t one of them. Nobody else reviews the page until a third person has settled where they differ.",
  start: "What the readers start from",
  starts: {
    SUGGESTIONS: "The machine’s suggestions",
    BARE: "The text alone",
  },
  done: "The page is read blind now.",
};

const pass = {
  panel: "Your blind pass",
  about: {
    SUGGESTIONS: "You start from the machine’s suggestions. Decide each of them, and mark what it missed.",
    BARE: "You start from the text alone. Mark every statement yourself; there are no suggestions.",
  },
  alone: "Nobody sees this before both passes are in.",
  handIn: "Hand it in",
  handInTitle: "Hand your pass in?",
  handInBody: (n: number) =>
    `It holds ${n === 1 ? "one statement" : `${n} statements`}. From then on it doesn’t change any more.`,
  isIn: "This pass doesn’t change any more: it was handed in, or the reading is over.",
  giveUp: "Give it up",
  giveUpTitle: "Give your pass up?",
  giveUpBody:
    "Somebody else reads the page then, and you can’t take it again. Nobody sees what you wrote so far.",
  back: "To the blind reading",
};

export const passes = { ask, pass };
