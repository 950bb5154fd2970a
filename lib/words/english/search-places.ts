import type { Complaint } from "#lib/domain/complaints";

/** Where the newsroom usually looks. */

export const placeComplaints = {
  noPlace: "Write the name of a place",
  longPlace: "Keep the name of a place under 80 characters",
  longPlaceAddress: "Keep the address under 500 characters",
  noQueryInAddress: "Write {query} where what is looked for stands in the address",
  queryInSite: "Write {query} after the site’s name, so that it is one site whatever is looked for",
} as const satisfies Partial<Record<Complaint, string>>;

export const searchPlaces = {
  title: "Places to look",
  lede: "Where the newsroom usually looks. They are at hand where a search that found nothing is recorded.",
  none: "No place is kept yet.",
  list: "The places, by name",
  columns: { name: "Place", address: "Address of a search", act: "Delete" },
  noAddress: "None",
  add: {
    title: "A new place",
    name: "Name of the place",
    nameHint: "As readers will read it, for example “The land register”.",
    address: "Address of a search there",
    addressHint: "With {query} where what is looked for stands. May be left empty.",
    submit: "Keep the place",
    done: "The place is kept.",
  },
  delete: {
    button: "Delete…",
    title: "Delete this place",
    ask: (name: string) =>
      `“${name}” goes for good, and can be added again. Searches that were recorded there stay as they are.`,
    confirm: "Delete the place",
  },
  atHand: {
    usual: "Usual places",
    hint: "Alt and its number fills in one of the first nine.",
    fill: (name: string) => `Looked in: ${name}`,
    look: (name: string) => `Look there: ${name}`,
    newWindow: "in a new window",
    keep: "Keep places",
  },
  errors: {
    tooMany: "There are 40 places, which is as many as can be. Delete one first.",
    nameTaken: "A place of this name is kept already.",
    notHere: "This place isn’t here any more.",
  },
};
