/** The part of `npm start` that needs the packages: checks the settings, migrates the database, syncs the content. */

import { endWith } from "./end-with.ts";
import { setUp } from "./set-up-steps.ts";

await endWith(setUp);
