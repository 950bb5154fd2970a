/** The colours of a page: as the device has them, or one of two whatever the device says. */
export const THEMES = ["device", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** How long a browser keeps the choice, in seconds. */
export const ONE_YEAR = 60 * 60 * 24 * 365;
