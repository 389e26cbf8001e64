import { outliveReader } from "#lib/log/outlive-reader";
import { contentProgram } from "./content-program.ts";
import { endWith } from "./end-with.ts";

outliveReader();
await endWith(() => contentProgram().parseAsync());
