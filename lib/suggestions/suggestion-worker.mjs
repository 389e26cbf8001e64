/** Where Next has not bundled it, the thread's program is TypeScript, which Node 20 does not read by itself. */
import { register } from "tsx/esm/api";

register();
await import("./suggestion-worker.ts");
