/**
 * Runs before anything else in the browser. zod tries whether it may compile a schema with eval; our policy forbids that, and the browser would
 * report every such try. The setting lies where zod looks for it as it is loaded: screens without schemas are sent nothing of zod.
 */
// Where zod looks for it: the type of what is global doesn't name it.
const shared = globalThis as { __zod_globalConfig?: object };
shared.__zod_globalConfig ??= {};
Object.assign(shared.__zod_globalConfig, { jitless: true });
