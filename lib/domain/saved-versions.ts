/** What is saved in numbered versions that stay: the newsroom's guideline, and its scale of verdicts. */

/** A version as it is listed. `at` is an ISO instant. */
export interface SavedVersion {
  readonly number: number;
  readonly note: string;
  readonly byName: string;
  readonly at: string;
  /** The number of the earlier version that it brings back; null for one that was written. */
  readonly broughtBack: number | null;
}

/** One that Onrecord came with: nobody saved it. */
export interface GivenVersion extends Pick<SavedVersion, "number"> {
  readonly note: null;
  readonly byName: null;
  readonly at: null;
  readonly broughtBack: null;
}

/** One page of a list of versions, the newest first. `older`: the number that the next page is below; null where it is the last. */
export interface VersionsPage<T extends SavedVersion | GivenVersion = SavedVersion> {
  readonly entries: readonly T[];
  readonly older: number | null;
}
