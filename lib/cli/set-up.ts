import { outliveReader } from "#lib/log/outlive-reader";
import { endWith } from "./end-with.ts";
import { setUpProgram } from "./set-up-program.ts";

outliveReader();
await endWith(() => setUpProgram().parseAsync());
