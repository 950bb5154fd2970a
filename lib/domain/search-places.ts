import { z } from "zod";
import { PLACE_ADDRESS_LENGTH, PLACE_NAME_LENGTH } from "./bounds";
import { Complaint } from "./complaints";
import { isDisguised } from "./person-names";
import { filled, QUERY } from "./place-links";
import { Id } from "./reviews";
import { hasUserinfo } from "./web-addresses";

/** Where the newsroom usually looks: names that fill the place of a search record, and where there is one the address of a search there. */

export const MOST_PLACES = 40;
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

/** Null where it is no address of the web. */
function siteOf(address: string, query: string): string | null {
  const url = filled(address, query);
  if (!URL.canParse(url)) return null;
  const { protocol, origin } = new URL(url);
  return protocol === "http:" || protocol === "https:" ? origin : null;
}
