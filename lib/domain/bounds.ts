/** How much is taken at most, and for how long: what screens and schemas both hold to. Lengths are in UTF-16 units. */

export const INVITATION_DAYS = 3;

export const MOST_REPORTED = 4_000;
export const MOST_ANSWERED = 2_000;

/** Of fact-checks that others published. */
export const FACT_CHECK_BOUNDS = {
  /** What may be pasted, or given as a file. */
  given: 2_000_000,
  /** More of one page or file isn't read. */
  read: 10_000,
  /** So many are shown; of more, those that are most like the claim. */
  shown: 20,
  claim: 1000,
  rating: 300,
  name: 200,
  title: 300,
} as const;

/** Of marks from another program. */
export const MARK_BOUNDS = {
  file: 2_000_000,
  marks: 1000,
  tags: 100,
  tagsOfOne: 20,
  tag: 100,
  exact: 10_000,
  around: 512,
  note: 1000,
  by: 100,
  /** Of one version, those that were taken back among them. */
  files: 50,
} as const;

/** How many items of a feed are taken when it is first read: the newest. */
export const FIRST_ITEMS = 20;
/** The most feeds that one list of subscriptions may bring. */
export const MOST_SUBSCRIPTIONS = 300;

/** How long a token may work, in days; "never" ends only when it is revoked. */
export const TOKEN_ENDS = ["30", "90", "365", "never"] as const;
export const LIST_NAME_LENGTH = 80;
export const PLACE_NAME_LENGTH = 80;
export const PLACE_ADDRESS_LENGTH = 500;
export const SCALE_NOTE_LENGTH = 500;

export const GUIDELINE_LENGTH = 60_000;
export const GUIDELINE_NOTE_LENGTH = 500;
/** So many messages wait for one webhook; what happens beyond isn't kept for it, and counted. */
export const MOST_WAITING = 5_000;
/** A webhook's log goes back so far: as many messages, and as many days. */
export const DELIVERIES_KEPT = 200;
export const DELIVERY_DAYS = 30;

/** So many other publishers carry a claim before it counts as carried by many. The database marks by it, too. */
export const MANY_OUTLETS = 3;

/** An act is about so many items at most. */
export const MOST_CHOSEN = 200;

/** The largest page that is taken in, in bytes as they arrive. */
export const MAX_PAGE_BYTES = 4 * 1024 * 1024;

/** Files or addresses that one form takes at once; each is an import of its own. */
export const MOST_AT_ONCE = 100;
