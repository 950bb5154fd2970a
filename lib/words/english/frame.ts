/** What stands around readers’ pages, and what is said where a page can’t be shown. */

export const frame = {
  pages: "Pages",
  claims: "Claims",
  promises: "Promises",
  search: "Search",
  method: "Method",
  desk: "Desk",
  signIn: "Sign in",
  howWeLabel: "How we label",
  corrections: "Corrections",
  description: "Who stands behind each statement of a page, and what became of what was promised.",
};

export const trouble = {
  notFoundTitle: "This page isn’t here",
  notFound:
    "It may have been withdrawn, or the address is mistyped. What is published can be found from the first page.",
  toHome: "Go to the first page",
  errorTitle: "This page couldn’t be shown",
  error:
    "Something went wrong on our side. Nothing that was saved is lost. Try again; if it stays so, tell the newsroom.",
  tryAgain: "Try again",
};
