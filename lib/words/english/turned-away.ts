/** What a request is told that no page is asked for, by its status. */
const refused: Readonly<Record<number, string>> = {
  400: "This request can’t be read: its address or its form is broken. Go to the first page and try again from there.",
  405: "This can’t be asked of a page. Pages are read with GET, and forms are sent with POST.",
  414: "This address is too long to be one of ours.",
  503: "Onrecord is waiting for its database, and is back in a moment. What was saved is safe; this page asks again by itself.",
};

const tooMany = (seconds: number) =>
  `This address asks for more pages than one reader can read. Wait ${seconds === 1 ? "a second" : `${seconds} seconds`} and try again. Programs that need much: ask the newsroom for another limit.`;

export const turnedAway = { refused, tooMany };
