/** What stands around every page, and what is said where a page can’t be shown. */

export const frame = {
  home: "Onrecord, home",
  mainNavigation: "Main",
  pages: "Pages",
  claims: "Claims",
  promises: "Promises",
  search: "Search",
  method: "Method",
  desk: "Desk",
  signIn: "Sign in",
  howWeLabel: "How we label",
  corrections: "Corrections",
  colours: "Colours",
  themes: { device: "As my device", light: "Light", dark: "Dark" },
  description: "Who stands behind each statement of a page, and what became of what was promised.",
};

/** What a request is told that no page is asked for, by its status. */
const refused: Readonly<Record<number, string>> = {
  400: "This request can’t be read: its address or its form is broken. Go to the first page and try again from there.",
  405: "This can’t be asked of a page. Pages are read with GET, and forms are sent with POST.",
  414: "This address is too long to be one of ours.",
  503: "Onrecord is waiting for its database, and is back in a moment. What was saved is safe; this page asks again by itself.",
};

const tooMany = (seconds: number) =>
  `This address asks for more pages than one reader can read. Wait ${seconds === 1 ? "a second" : `${seconds} seconds`} and try again. Programs that need much: ask the newsroom for another limit.`;

export const trouble = {
  notFoundTitle: "This page isn’t here",
  notFound:
    "It may have been withdrawn, or the address is mistyped. What is published can be found from the first page.",
  toHome: "Go to the first page",
  errorTitle: "This page couldn’t be shown",
  error:
    "Something went wrong on our side. Nothing that was saved is lost. Try again; if it stays so, tell the newsroom.",
  tryAgain: "Try again",
  refused,
  tooMany,
};
