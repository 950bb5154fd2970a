import { expect, test } from "vitest";
import { isSure, LEAST_SURE } from "./sureness";

const models = { name: "onrecord-models", version: "2.0.0" };

test.each([
  ["from the floor on", models, LEAST_SURE, true],
  ["just below it", models, LEAST_SURE - 0.001, false],
  ["a later version", { ...models, version: "10.1.0" }, 1, true],
  ["a version whose confidence was never measured", { ...models, version: "1.3.0" }, 1, false],
  ["rules alone", { name: "onrecord-rules", version: "2" }, 1, false],
  ["a version that is no number", { ...models, version: "held out 1" }, 1, false],
] as const)("%s", (_, engine, confidence, expected) => expect(isSure(engine, confidence)).toBe(expected));
