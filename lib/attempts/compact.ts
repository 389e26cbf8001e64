/** How many changes of one field of an item are kept for good, the newest ones. */
export const keptChanges = 20;
