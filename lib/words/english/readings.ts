/** What the rules of a blind reading say when they refuse. */
export const readingRefusals = {
  readBlind:
    "Two people read this page blind, so nobody reviews it meanwhile. Open the blind reading to see how far it is.",
  readBlindAlready: "This page is read blind already. Open its blind reading.",
  reviewedBefore:
    "Somebody reviewed this version, so others could see its labels, and nobody can read it blind any more. Choose a page that nobody has reviewed.",
  readingOver: "This blind reading is over, or was called off. Reload the page to see where it stands.",
  passYours: "You read this page already. One person does one of the two passes.",
  passGivenUp: "You gave this pass up. Somebody else reads the page.",
  ownReading: "You asked for this blind reading, so two other people read it.",
  sawLabels:
    "You wrote, published or compared labels of this page before. A blind pass is by somebody who hasn’t seen any.",
  passesTaken: "Two people read this page already.",
  passIn: "This pass was handed in, so it doesn’t change any more.",
  passesMissing: "Both passes have to be in before they are compared.",
  readItYourself: "You read this page yourself. Somebody who didn’t read it settles what differs.",
  manyMarks: "A pass holds 2,000 statements at most. Remove some, then go on.",
};
