import { createServer, get, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { CLIENT_HEADER } from "#lib/next/client-address";
import { register } from "./instrumentation";

afterEach(() => vi.unstubAllEnvs());

test("the server sees who is connected, whatever the request says", async () => {
  vi.stubEnv("NEXT_RUNTIME", "nodejs");
  vi.stubEnv("DATABASE_URL", "postgresql://nobody@127.0.0.1/none");
  vi.stubEnv("NEXTAUTH_SECRET", "a secret for tests alone, long enough");
  vi.stubEnv("ONRECORD_SEALING_KEY", "a key for tests alone, which is long enough");
  vi.stubEnv("ONRECORD_URL", "http://127.0.0.1:3000");
  await register();
  const seen = await new Promise<IncomingHttpHeaders>((resolve, reject) => {
    const server = createServer((request, response) => {
      response.end();
      server.close();
      resolve(request.headers);
    });
    server.listen(0, "127.0.0.1", () => {
      // A server that listens on a port has an address with a port.
      const { port } = server.address() as AddressInfo;
      const headers = { "x-forwarded-for": "203.0.113.7", [CLIENT_HEADER]: "203.0.113.8" };
      get({ host: "127.0.0.1", port, headers, agent: false }, (response) => response.resume()).on(
        "error",
        reject,
      );
    });
  });
  expect(seen[CLIENT_HEADER]).toBe("127.0.0.1");
});
