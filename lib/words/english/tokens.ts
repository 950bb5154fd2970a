/** The screen where admins make tokens for programs. Days come in as words already. */
export const tokens = {
  kicker: "Admin",
  title: "Tokens for programs",
  intro:
    "A program that holds a token gives pages in your name and asks what became of them. It can do nothing else. What it gave stands in the history with the token’s name.",
  count: (working: number) =>
    working === 0 ? "No token works" : `${working} ${working === 1 ? "token works" : "tokens work"}`,
  none: "No token was made yet.",
  columns: {
    name: "Name",
    scope: "May",
    state: "State",
    lastUsed: "Last used",
    actions: "Actions",
  },
  scopes: { IMPORT: "Give pages" },
  begins: (prefix: string) => `${prefix}…`,
  working: (day: string | null, by: string) =>
    day === null ? `Works until it is revoked. Made by ${by}.` : `Works until ${day}. Made by ${by}.`,
  ended: (day: string) => `Ended ${day}.`,
  revoked: (day: string) => `Revoked ${day}.`,
  orphan: (by: string) => `Doesn’t work: the account of ${by} is disabled.`,
  never: "Not yet",
  make: {
    title: "Make a token",
    name: "Name",
    nameHint: "What uses it, for example: archive of the Gazette.",
    ends: "Ends",
    endsIn: { "30": "In 30 days", "90": "In 90 days", "365": "In a year", never: "When it is revoked" },
    submit: "Make the token",
  },
  made: {
    label: (name: string) => `Token of ${name}`,
    note: "It is shown this once. Keep it where the program reads it, and nowhere else.",
    copy: "Copy the token",
    copied: "Copied.",
    notCopied: "It couldn’t be copied. Select it and copy it by hand.",
    done: "Done",
  },
  revoke: "Revoke",
  revokeWhich: (name: string) => `Revoke the token of ${name}?`,
  revokeNote: "The program is out at once, and this can’t be taken back. What it gave stays.",
  isRevoked: (name: string) => `The token of ${name} is revoked.`,
  errors: {
    noName: "Say what uses it",
    longName: "Keep the name under 80 characters",
    tooMany: "There are 100 tokens that work. Revoke one that isn’t used any more first.",
    isRevoked: "This token was revoked already. Reload the page to see where it stands.",
  },
};
