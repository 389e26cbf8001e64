import { outliveReader } from "#lib/log/outlive-reader";
import { adminProgram } from "./admin-program.ts";
import { endWith } from "./end-with.ts";

outliveReader();
await endWith(() => adminProgram().parseAsync());
