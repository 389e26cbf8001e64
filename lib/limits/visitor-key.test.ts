import { describe, expect, it } from "vitest";
import { visitorKey } from "./visitor-key.ts";

describe("visitorKey", () => {
  it("counts all addresses of an IPv6 /64 as one visitor, however they are written", () => {
    const written = ["2001:db8:0:7::1", "2001:DB8::7:ffff:0:0:9", "2001:0db8:0000:0007:aaaa:bbbb:cccc:dddd"];
    expect(new Set(written.map(visitorKey))).toEqual(new Set(["2001:db8:0:7::/64"]));
  });

  it("tells neighbouring /64 apart", () => {
    expect(visitorKey("2001:db8:0:8::1")).not.toBe(visitorKey("2001:db8:0:7::1"));
    expect(visitorKey("::1")).toBe("0:0:0:0::/64");
  });

  it("keeps IPv4 addresses whole, also when they are written as IPv6", () => {
    expect(visitorKey("192.0.2.1")).toBe("192.0.2.1");
    expect(visitorKey("::ffff:192.0.2.1")).toBe("192.0.2.1");
    expect(visitorKey("::FFFF:c000:0202")).toBe("192.0.2.2");
  });

  it("keeps what is no address, and drops the zone of one", () => {
    expect(visitorKey(" unknown ")).toBe("unknown");
    expect(visitorKey("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
  });
});
