import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";

/** A random source that gives the same numbers for the same seed, on every machine and in every release. */
export interface Random {
  /** A whole number from 0 to `below` - 1, each equally likely. */
  readonly integer: (below: number) => number;
}

/** xoroshiro128+ (Blackman and Vigna, 2018), seeded with 128 bits of the seed's hash. */
export function randomFrom(seed: string): Random {
  const generator = xoroshiro128plusFromState(hash128(seed));
  return { integer: (below) => uniformInt(generator, 0, below - 1) };
}

/** Fisher-Yates, from the end (Durstenfeld, 1964): every order equally likely. Returns a new array. */
export function shuffle<T>(items: readonly T[], random: Random): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = random.integer(last + 1);
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}

/** Four 32-bit words, none of the states all zero: FNV-1a with four offsets, each finished as MurmurHash3 does. */
function hash128(text: string): [number, number, number, number] {
  const word = (offset: number) => {
    let hash = offset;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) | 0;
  };
  return [word(0x811c9dc5) | 1, word(0x9e3779b9), word(0x7f4a7c15), word(0x2545f491)];
}
