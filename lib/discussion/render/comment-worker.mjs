/** If Next has not bundled it, the thread's program is TypeScript, which Node 20 cannot read. */
import { register } from "tsx/esm/api";

register();
await import("./comment-worker.ts");
