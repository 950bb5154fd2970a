import { afterEach, expect, test, vi } from "vitest";
import { passkeySite } from "./passkey-site";

afterEach(() => vi.unstubAllEnvs());

test.each([
  ["https://desk.example.org", { origin: "https://desk.example.org", rpId: "desk.example.org" }],
  ["https://desk.example.org:8443/", { origin: "https://desk.example.org:8443", rpId: "desk.example.org" }],
  ["http://localhost:3000", { origin: "http://localhost:3000", rpId: "localhost" }],
  ["http://desk.example.org", null],
  ["http://127.0.0.1:3000", null],
  ["https://192.0.2.7", null],
  ["https://[2001:db8::1]", null],
])("%s", (address, site) => {
  vi.stubEnv("ONRECORD_URL", address);
  expect(passkeySite()).toEqual(site);
});
