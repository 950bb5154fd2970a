/** What items of the queue say beside their title. */
export const queueItems = {
  /** Other versions of the same page in the same list. */
  also: (versions: readonly number[]) =>
    versions.length === 1 ? `also version ${versions[0]}` : `also versions ${versions.join(", ")}`,
};
