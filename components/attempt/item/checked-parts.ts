import { type ComponentType, lazy } from "react";
import type { CheckedProps } from "./checked.tsx";

/** What shows the outcome of a check. */
export interface CheckedParts {
  readonly Checked: ComponentType<CheckedProps>;
  readonly VerdictLine: ComponentType<Pick<CheckedProps, "secret">>;
}

/** Brings all that checking takes when it is first asked for: a page of an exam in progress never loads it. */
export const bringCheckedParts = () => import("./checked.tsx");

/** The same on a page that comes with its key. Without a boundary, so that a page without script has it too. */
export const cameChecked: CheckedParts = {
  Checked: lazy(() => bringCheckedParts().then(({ Checked }) => ({ default: Checked }))),
  VerdictLine: lazy(() => bringCheckedParts().then(({ VerdictLine }) => ({ default: VerdictLine }))),
};
