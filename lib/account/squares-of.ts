/** The dark squares of a QR code as a path; each is one unit wide. */
export function squaresOf(rows: readonly (readonly boolean[])[]): { readonly path: string; readonly size: number } {
  const path = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return { path, size: rows.length };
}
