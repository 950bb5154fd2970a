import { createServer, get, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { CLIENT_HEADER } from "./client-address";
import { noteClients } from "./note-clients";

test("the server sees who is connected, whatever the request says", async () => {
  noteClients();
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
