/** What webhooks are told of and somebody chooses; a test comes by its button alone. */
export const CHOSEN_EVENTS = ["PUBLISHED", "CORRECTED", "WITHDRAWN", "FELL_DUE"] as const;
export type ChosenEvent = (typeof CHOSEN_EVENTS)[number];
