import { makeDraggable } from "./draggable-partners.ts";
import { makeMovable } from "./movable-order.ts";

/** How the fields of a form can be filled beside being chosen from lists, by the kind of its question. */
export const ways = { ordering: makeMovable, matching: makeDraggable } as const;
