/** What stands around every screen. */

/** As BCP 47 names it: `<html lang>`, and the order in which names are sorted. */
export const language: string = "en";
/** `<html dir>`; one of `ltr` and `rtl`. */
export const direction: string = "ltr";
export const deskLanguage = { language, direction };

/** Words that several screens share. */
export const common = {
  name: "Onrecord",
  tagline: "Onrecord tells what was reported from what was merely said.",
  skip: "Skip to the content",
  noVerdict: "No verdict yet",
};

/** Sentences for things that went wrong. Each says what is wrong and what to do. */
export const errors = {
  unexpected: (reference: string) =>
    `Something went wrong on our side, and nothing was saved. Try again; if it happens again, give an admin this number: ${reference}.`,
  foreignOrigin: (origin: string) =>
    `This form was sent from another address than Onrecord’s own, so nothing was done. Open ${origin} and try again. If that isn’t where you reach Onrecord, whoever runs it has to set ONRECORD_URL.`,
  notFound: "This isn’t here. It may have been removed, or the address is mistyped.",
  withdrawn: "This was published here and withdrawn since. Its page says when and why.",
  busy: "The database has too much to do right now, so nothing was saved. Try again in a moment.",
  noRoom:
    "There is too little room left on the disk, so nothing new is taken in. What is there can be read. An admin has to make room; then this works again by itself.",
  unstorable: "This holds a character that can’t be stored. Delete it or type it anew, then save again.",
};

/** The same, for people who are signed in. */
export const deskErrors = {
  stale:
    "Someone changed this since you opened it. Your own words are kept below; look at theirs, then save again.",
  notAllowed: "Your role doesn’t allow this. Ask an admin if it should.",
  notSignedIn: "You are signed out. Sign in again; what you typed is kept.",
};
