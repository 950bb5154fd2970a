import { z } from "zod";
import { Id } from "./reviews";

export const LookThroughParts = z.object({ versionId: Id });
