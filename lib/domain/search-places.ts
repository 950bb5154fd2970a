import { z } from "zod";
import { hasUserinfo } from "./claims";
import { Complaint } from "./complaints";
import { isDisguised } from "./person-names";
import { Id } from "./reviews";

/** Where the newsroom usually looks: names that fill the place of a search record, and where there is one the address of a search there. */

export const MOST_PLACES = 40;
/** In UTF-16 units. */
export const PLACE_NAME_LENGTH = 80;
export const PLACE_ADDRESS_LENGTH = 500;
/** Stands in an address for what is looked for. */
export const QUERY = "{query}";
/** Places that were typed are offered too, where they stand this often in the latest records. */
export const OFTEN = 3;
export const RECORDS_LOOKED_AT = 200;
export const MOST_OFTEN = 5;

const Name = z
  .string()
  .max(PLACE_NAME_LENGTH * 4, Complaint.enum.longPlace)
  .transform((text) => text.normalize("NFC").trim().replace(/\s+/gu, " "))
  .refine((text) => text !== "", Complaint.enum.noPlace)
  .refine((text) => text.length <= PLACE_NAME_LENGTH, Complaint.enum.longPlace)
  .refine((text) => !isDisguised(text), Complaint.enum.disguisedText);

/** Of the web, with nobody's name in it, and the same site whatever is looked for. */
const Address = z
  .string()
  .trim()
  .max(PLACE_ADDRESS_LENGTH, Complaint.enum.longPlaceAddress)
  .refine((text) => !/[\s\p{Cc}\p{Cf}]/u.test(text), Complaint.enum.wholeWebAddress)
  .refine((text) => text.includes(QUERY), Complaint.enum.noQueryInAddress)
  .refine((text) => siteOf(text, "a") !== null, Complaint.enum.wholeWebAddress)
  .refine((text) => siteOf(text, "a") === siteOf(text, "b"), Complaint.enum.queryInSite)
  .refine((text) => !hasUserinfo(filled(text, "a")), Complaint.enum.secretInAddress);

export const AddPlace = z.object({
  name: Name,
  address: z
    .union([z.literal("").transform(() => null), Address])
    .nullable()
    .default(null),
});
export const DeletePlace = z.object({ placeId: Id });

const filled = (address: string, query: string): string => address.replaceAll(QUERY, () => query);

/** Null where it is no address of the web. */
function siteOf(address: string, query: string): string | null {
  const url = filled(address, query);
  if (!URL.canParse(url)) return null;
  const { protocol, origin } = new URL(url);
  return protocol === "http:" || protocol === "https:" ? origin : null;
}

/** Half of a character that takes two units, without its other half: no address can say it. */
const HALF = /\p{Surrogate}/gu;

/** The address of a search for these words, which are encoded; null where nothing is looked for. */
export function placeHref(address: string, lookedFor: string): string | null {
  const query = lookedFor.replace(HALF, "").trim();
  return query === "" ? null : filled(address, encodeURIComponent(query));
}

export interface SearchPlaceView {
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
}

/** What is at hand where a search is recorded. */
export interface PlacesAtHand {
  readonly kept: readonly SearchPlaceView[];
  /** Names that people typed often lately, and nobody keeps. */
  readonly often: readonly string[];
  /** May this person keep places? */
  readonly mayKeep: boolean;
}
