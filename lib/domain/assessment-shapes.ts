import { z } from "zod";
import { ASSESSMENTS } from "./assessment";

export const Assessment = z.enum(ASSESSMENTS);
export type Assessment = z.infer<typeof Assessment>;
