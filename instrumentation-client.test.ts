import { afterAll, expect, test } from "vitest";
import { config } from "zod";
import "./instrumentation-client";

afterAll(() => {
  config({ jitless: false });
});

test("zod finds that it compiles nothing", () => {
  expect(config().jitless).toBe(true);
});
