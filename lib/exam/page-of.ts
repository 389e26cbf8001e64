/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

/** The page of `all` that an address names. What is no number is page 1, and what is beyond the list its last page. */
export function pageOf<T>(all: readonly T[], wanted: string | number | undefined, size: number): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(pages, Math.max(1, Math.floor(Number(wanted)) || 1));
  return { items: all.slice((page - 1) * size, page * size), page, pages };
}
