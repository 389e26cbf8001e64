import { isIPv6 } from "node:net";

/**
 * What of a network address stands for one visitor: an IPv4 address, or the first 64 bits of an IPv6 address, since a
 * household gets all the addresses under them. Anything else is given back as it is.
 */
export function visitorNetwork(address: string): string {
  if (!isIPv6(address)) return address;
  // The parser writes every address in one way, IPv4 within IPv6 as two groups.
  const text = new URL(`http://[${address.replace(/%.*$/, "")}]`).hostname.slice(1, -1);
  const [head = "", tail] = text.split("::");
  const [front, back] = [head, tail ?? ""].map((part) => part.split(":").filter(Boolean)) as [string[], string[]];
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - front.length - back.length }, () => "0");
  const groups = [...front, ...zeros, ...back];
  const isMapped = groups.slice(0, 6).join(":") === "0:0:0:0:0:ffff";
  return isMapped ? toIPv4(groups.slice(6)) : `${groups.slice(0, 4).join(":")}::/64`;
}

function toIPv4(groups: readonly string[]): string {
  return groups
    .map((group) => Number.parseInt(group, 16))
    .flatMap((bits) => [bits >> 8, bits & 255])
    .join(".");
}
