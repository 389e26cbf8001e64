import { getHeapStatistics } from "node:v8";

const mebibyte = 1024 * 1024;
const oldGeneration = 1024;

/**
 * How the server is started. A page makes much that is needed until it is sent and not after: with room for it in the
 * young generation (64 MiB a half instead of 16) less of it is copied. The old generation is bounded, because the more it may
 * grow, the longer V8 lets garbage lie in it: bounded, what the server takes stays level. See docs/performance.md.
 */
export function serverArguments(port, limit = getHeapStatistics().heap_size_limit, options = process.env.NODE_OPTIONS) {
  return [
    "--max-semi-space-size=64",
    ...boundOf(limit, options),
    "node_modules/next/dist/bin/next",
    "start",
    "-p",
    String(port),
  ];
}

/** None where somebody has chosen another, or V8 a lower one for the memory of this machine. */
function boundOf(limit, options = "") {
  const isChosen = /--max[-_]old[-_]space[-_]size/.test(options);
  return isChosen || limit < oldGeneration * mebibyte ? [] : [`--max-old-space-size=${oldGeneration}`];
}
