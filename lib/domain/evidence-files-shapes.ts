import { z } from "zod";
import { fileComplaint } from "./evidence-files";

export const EvidenceFile = z
  .object({ bytes: z.instanceof(Uint8Array), name: z.string().trim().min(1).max(300) })
  .superRefine(({ bytes, name }, context) => {
    const message = fileComplaint(bytes, name, bytes.byteLength);
    if (message !== null) context.addIssue({ code: "custom", message });
  });
