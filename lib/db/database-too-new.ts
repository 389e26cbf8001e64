/** The database holds migrations that this code does not know: it was opened by a newer release. */
export class DatabaseTooNew extends Error {
  override name = "DatabaseTooNew";
}
