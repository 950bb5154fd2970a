import { afterAll, vi } from "vitest";

/** Files of tests that share a process: each leaves the environment as it found it, the clock running, and nothing spied on. */
const found = { ...process.env };

afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  for (const name of Object.keys(process.env)) if (!(name in found)) delete process.env[name];
  Object.assign(process.env, found);
});
