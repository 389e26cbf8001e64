/** The database contains migrations that this code does not know: a newer release has opened it. */
export class DatabaseTooNew extends Error {
  override name = "DatabaseTooNew";
}
