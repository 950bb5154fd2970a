import { expect, test } from "vitest";
import { clientAddress, clientKey } from "./client-address";

test.each([
  ["nobody in between", "203.0.113.7", undefined, 0, "203.0.113.7"],
  ["a header that anybody can write", "203.0.113.7", "10.0.0.1", 0, "203.0.113.7"],
  ["one proxy of ours", "10.0.0.1", "203.0.113.7", 1, "203.0.113.7"],
  ["one proxy of ours, and a header sent to it", "10.0.0.1", "1.2.3.4, 203.0.113.7", 1, "203.0.113.7"],
  ["two proxies of ours", "10.0.0.1", "1.2.3.4, 203.0.113.7, 10.0.0.2", 2, "203.0.113.7"],
  ["a proxy that wrote nothing", "10.0.0.1", undefined, 1, "10.0.0.1"],
  ["no connection to be seen", undefined, undefined, 0, "unknown"],
])("%s", (_, peer, forwarded, proxies, expected) => {
  expect(clientAddress(peer, forwarded, proxies)).toBe(expected);
});

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0db8:0001:0002::", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["FE80::1%eth0", "fe80:0:0:0::/64"],
  ["unknown", "unknown"],
])("%s counts as %s", (address, key) => expect(clientKey(address)).toBe(key));
