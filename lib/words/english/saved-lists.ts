/** Lists of the queue that people come back to. */
export const savedLists = {
  title: "Saved lists",
  save: "Save this list",
  name: "Name",
  nameHint: "What it is narrowed to and its order are kept, not what is in it now.",
  share: "Show it to everybody on the desk",
  saved: "The list is saved.",
  of: (name: string, owner: string) => `${name}, from ${owner}`,
  shared: (name: string) => `${name}, shared`,
  change: "Rename or delete",
  rename: "Rename",
  newName: "New name",
  delete: "Delete…",
  deleteAsk: (name: string, isShared: boolean) =>
    `“${name}” goes for good${isShared ? ", for everybody who uses it" : ""}. No item of it is touched.`,
  reallyDelete: "Delete the list",
  tooMany: (most: number) => `You have ${most} lists, which is as many as can be. Delete one first.`,
  nameTaken: "You have a list of this name already. Use another name.",
};
