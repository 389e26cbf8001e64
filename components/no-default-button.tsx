/**
 * Comes first in a form whose buttons decide different things. Enter in a field presses the first button of its form: this one, which
 * does nothing, in place of a decision that nobody made.
 */
export function NoDefaultButton() {
  return <button type="submit" disabled hidden />;
}
