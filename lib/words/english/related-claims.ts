/** For readers: claims beside a claim, and why they are named. */
export const relatedClaims = {
  heading: "Related claims",
  lede: "Other claims that are published here. What is found of one doesn’t settle another.",
  topic: (name: string) => `Both are about ${name}.`,
  template: (promise: string) => `Both are made as the same promise: ${promise}.`,
  words: "Both are worded alike: most of their words are the same. Nobody judged whether they mean the same.",
};
