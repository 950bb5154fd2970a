import { createServer, get, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { currentVisit, type Visit } from "#lib/db/core/visit";
import { noteClients } from "./note-clients";

let lines: string[] = [];
let port: number;
const visits: (Visit | null)[] = [];
let headersSeen: IncomingHttpHeaders = {};
const server = createServer(async (request, response) => {
  await Promise.resolve();
  headersSeen = request.headers;
  visits.push(currentVisit());
  response.end();
});
beforeAll(async () => {
  vi.spyOn(console, "error").mockImplementation((line) => lines.push(String(line)));
  vi.stubEnv("ONRECORD_TRUSTED_PROXIES", "");
  noteClients();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address with a port.
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});

async function visit(headers: Record<string, string> = {}): Promise<Visit | null | undefined> {
  await new Promise<void>((resolve, reject) => {
    const request = get({ host: "127.0.0.1", port, headers }, (response) => {
      response.resume();
      response.on("end", resolve);
    });
    request.on("error", reject);
  });
  return visits.at(-1);
}

test("every request has an id of its own, its client and its browser", async () => {
  const [first, second] = [await visit({ "user-agent": "Probe" }), await visit()];
  expect(first).toMatchObject({ address: "127.0.0.1", isThisMachine: true, agent: "Probe" });
  expect(second).toMatchObject({ agent: null });
  expect(first?.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(second?.requestId).not.toBe(first?.requestId);
});

test.each(["X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"])(
  "what comes with %s is not the machine itself",
  async (name) => {
    expect(await visit({ [name]: "127.0.0.1" })).toMatchObject({ isThisMachine: false });
  },
);

test("what this process asks of itself is for the client whom it began with, and no reason to warn", async () => {
  await visit({ "user-agent": "Probe" });
  lines = [];
  const own = headersSeen["x-onrecord-own"];
  const asked = {
    "x-onrecord-own": String(own),
    "x-onrecord-client": "203.0.113.7",
    "x-forwarded-for": "::1",
  };
  expect(await visit(asked)).toMatchObject({ address: "203.0.113.7", isThisMachine: false });
  expect(lines).toEqual([]);
  const forged = { ...asked, "x-onrecord-own": "made up" };
  expect(await visit(forged)).toMatchObject({ address: "127.0.0.1", isThisMachine: false });
});

test("a proxy that nobody trusts is warned of once, with what to set", async () => {
  lines = [];
  vi.resetModules(); // said once a process
  (await import("./note-clients")).noteClients();
  await visit();
  expect(lines).toEqual([]);
  await visit({ "x-forwarded-for": "203.0.113.7" });
  await visit({ "x-forwarded-for": "203.0.113.8" });
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({
      level: "warning",
      event: "untrusted-proxy",
      message: expect.stringContaining("ONRECORD_TRUSTED_PROXIES"),
    }),
  ]);
});
