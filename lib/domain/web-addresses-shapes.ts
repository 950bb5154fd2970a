import { z } from "zod";
import { Complaint } from "./complaints";
import { addressComplaint, WEB_ADDRESS_LENGTH } from "./web-addresses";

/** An address that may stand in a link. */
export const WebAddress = z
  .string()
  .trim()
  .max(WEB_ADDRESS_LENGTH, Complaint.enum.longText)
  .superRefine((address, context) => {
    const message = addressComplaint(address);
    if (message !== null && message !== "longText") context.addIssue({ code: "custom", message });
  });
