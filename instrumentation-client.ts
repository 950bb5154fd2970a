import { config } from "zod/v4/core";

/**
 * Runs before anything else in the browser. zod tries whether it may compile a schema with eval; our policy forbids that, and
 * the browser would report every such try.
 */
config({ jitless: true });
