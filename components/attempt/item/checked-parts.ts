import { type ComponentType, lazy } from "react";
import type { CheckedProps } from "./checked.tsx";

/** The components that show the outcome of a check. */
export interface CheckedParts {
  readonly Checked: ComponentType<CheckedProps>;
  readonly VerdictLine: ComponentType<Pick<CheckedProps, "secret">>;
}

/** Loads everything that checking needs when it is first used: a page of an exam in progress never loads it. */
export const bringCheckedParts = () => import("./checked.tsx");

/** The same on a page that already has its key. Without a Suspense boundary, so that a page without script shows it too. */
export const cameChecked: CheckedParts = {
  Checked: lazy(() => bringCheckedParts().then(({ Checked }) => ({ default: Checked }))),
  VerdictLine: lazy(() => bringCheckedParts().then(({ VerdictLine }) => ({ default: VerdictLine }))),
};
