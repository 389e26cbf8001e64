import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import { z } from "zod";

/** What is read of a collection, and how long that may take. */
const limits = { notes: 100_000, characters: 64 * 1024 * 1024 };
const limitMs = 60_000;
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 };

const note = z.object({
  guid: z.string(),
  model: z.string(),
  deck: z.string(),
  tags: z.string(),
  fields: z.array(z.string()),
});
const outcome = z.union([
  z.object({ ok: z.literal(true), value: z.object({ models: z.string(), decks: z.string(), notes: z.array(note) }) }),
  z.object({ ok: z.literal(false), reason: z.string() }),
]);

export type AnkiNote = z.infer<typeof note>;

/** The notes of a collection, with the JSON in which Anki keeps its note types and decks; or why it cannot be read. */
export type CollectionResult = z.infer<typeof outcome>;

/** Reads a collection (SQLite, of schema 11: collection.anki2, collection.anki21; or 18: collection.anki21b) in a thread that is ended when it takes too long. */
export function readCollection(bytes: Uint8Array): CollectionResult {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(new URL("./collection-worker.mjs", import.meta.url), {
    workerData: { bytes, port: port2, signal, limits },
    transferList: [port2],
    execArgv: [],
    resourceLimits,
  });
  worker.unref();
  const waited = Atomics.wait(signal, 0, 0, limitMs);
  const received: unknown = receiveMessageOnPort(port1)?.message;
  port1.close();
  void worker.terminate();
  if (waited === "timed-out") return { ok: false, reason: `it was not read within ${limitMs / 1000} seconds` };
  return outcome.parse(received);
}
