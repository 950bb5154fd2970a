import { article } from "./article";

/** Words of the readers' pages. Exact ones come from the design; they are binding. */

const frame = {
  home: "Onrecord, home",
  mainNavigation: "Main",
  claims: "Claims",
  method: "Method",
  desk: "Desk",
  signIn: "Sign in",
  howWeLabel: "How we label",
  corrections: "Corrections",
  colours: "Colours",
  themes: { device: "As my device", light: "Light", dark: "Dark" },
  description: "Who stands behind each statement of a page, and what became of what was promised.",
};

const trouble = {
  notFoundTitle: "This page isn’t here",
  notFound:
    "It may have been withdrawn, or the address is mistyped. What is published can be found from the first page.",
  toHome: "Go to the first page",
  errorTitle: "This page couldn’t be shown",
  error:
    "Something went wrong on our side. Nothing that was saved is lost. Try again; if it stays so, tell the newsroom.",
  tryAgain: "Try again",
};

export const reader = { frame, trouble, article };
