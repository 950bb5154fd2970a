import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPublicAddress } from "./public-address";

test.each([
  "1.1.1.1",
  "8.8.8.8",
  "11.0.0.1",
  "93.184.216.34",
  "100.63.255.255",
  "100.128.0.0",
  "126.255.255.255",
  "128.0.0.1",
  "169.253.255.255",
  "172.15.255.255",
  "172.32.0.0",
  "192.167.255.255",
  "192.169.0.0",
  "223.255.255.255",
  "2001:4860:4860::8888",
  "2606:2800:220:1:248:1893:25c8:1946",
  "2a00:1450:4001:81b::200e",
])("%s is public", (address) => expect(isPublicAddress(address)).toBe(true));

test.each([
  "",
  "localhost",
  "1.1.1.1/24",
  "1.1.1.1:80",
  "[2606:4700::1]",
  "1.1.1.1.1",
  "2606:4700::1::1",
  "fe80::1%eth0",
])("%j is no public address", (address) => expect(isPublicAddress(address)).toBe(false));

describe("no form of IPv6 carries an IPv4 address past the check, public or not", () => {
  const hex = (high: number, low: number) => ((high << 8) | low).toString(16);
  const forms: readonly (readonly [string, (a: number, b: number, c: number, d: number) => string])[] = [
    ["mapped, dotted", (a, b, c, d) => `::ffff:${a}.${b}.${c}.${d}`],
    ["mapped", (a, b, c, d) => `::ffff:${hex(a, b)}:${hex(c, d)}`],
    ["compatible", (a, b, c, d) => `::${a}.${b}.${c}.${d}`],
    ["translated", (a, b, c, d) => `::ffff:0:${hex(a, b)}:${hex(c, d)}`],
    ["NAT64", (a, b, c, d) => `64:ff9b::${hex(a, b)}:${hex(c, d)}`],
    ["local NAT64", (a, b, c, d) => `64:ff9b:1::${hex(a, b)}:${hex(c, d)}`],
    ["6to4", (a, b, c, d) => `2002:${hex(a, b)}:${hex(c, d)}::1`],
    ["Teredo", (a, b, c, d) => `2001:0:${hex(a, b)}:${hex(c, d)}::1`],
  ];
  const byte = fc.integer({ min: 0, max: 255 });
  test.each(forms)("%s", (_, form) => {
    fc.assert(fc.property(byte, byte, byte, byte, (a, b, c, d) => !isPublicAddress(form(a, b, c, d))));
  });
});
