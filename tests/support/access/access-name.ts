import type { accessTable } from "#lib/access/access-table";

export type AccessName = keyof typeof accessTable;
