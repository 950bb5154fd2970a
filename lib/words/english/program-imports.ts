/** What the API says to a program, and to the person who writes it. */
export const api = {
  titles: {
    400: "The request can’t be read",
    401: "No token that works",
    403: "Not allowed",
    404: "Not here",
    405: "Not done here",
    406: "No such form",
    409: "Conflict",
    410: "Withdrawn",
    413: "Too large",
    414: "Too long an address",
    415: "Not this kind of content",
    422: "The page can’t be taken",
    429: "Too many requests",
    500: "Our fault",
    503: "Not available",
  } as Readonly<Record<number, string>>,
  noToken: "Send a token: “Authorization: Bearer TOKEN”. An admin makes one under Admin, Tokens.",
  badToken: "This token doesn’t work: it is mistyped, has ended, or was revoked. Ask an admin for a new one.",
  tooMany: (seconds: number) =>
    `Too many requests. Ask again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`,
  contentType:
    "Send application/json with a url, html or text field, or the page itself as text/html or text/plain.",
  tooLarge:
    "This is larger than a page may be. A page has at most 4 MB; one with many escapes is sent as text/html or text/plain instead of JSON.",
  notJson: "The body is not JSON in UTF-8.",
  notObject: "The body is no JSON object.",
  oneOf:
    "Give one of url, html and text; url may stand beside html or text, as the place where the page was found.",
  badQuery: (name: string) => `The query says ${name} twice. Say it once.`,
  badKey: "An Idempotency-Key has 1 to 200 visible characters.",
  usedKey: "This Idempotency-Key was used for another page. Give every page a key of its own.",
  onlyAsked: "How an import stands is asked for with GET. A page is given with POST to /api/v1/articles.",
  noImport: "There is no such import, or another token gave it.",
  unexpected: (reference: string) =>
    `Something went wrong on our side. Try again; if it happens again, tell an admin the number ${reference}.`,
};
