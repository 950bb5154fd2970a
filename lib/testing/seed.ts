import fc from "fast-check";

/**
 * Generated examples are the same on every run, so that a failure is a fault of what was changed and can be repeated. Another number in
 * ONRECORD_SEED tries others.
 */
fc.configureGlobal({ seed: Number(process.env.ONRECORD_SEED || 1) });
