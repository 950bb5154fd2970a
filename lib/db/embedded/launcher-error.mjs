/** Something that the person who starts Onrecord can act on: the message is a whole sentence, `cause` is for the log. */
export class LauncherError extends Error {
  /** @param {string} message @param {{ cause?: unknown }} [options] */
  constructor(message, options) {
    super(message, options);
    this.name = "LauncherError";
  }
}
