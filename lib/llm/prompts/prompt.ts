import type { z } from "zod";

/** What a language model is asked with: a text of ours, and the shape of its answer. Whoever changes either gives it another version. */
export interface Prompt {
  readonly version: string;
  readonly words: string;
  /** Without bounds: servers know different parts of JSON Schema. What comes is looked at afterwards, each proposal by itself. */
  readonly shape: z.ZodType<{ readonly proposals: readonly unknown[] }>;
}
