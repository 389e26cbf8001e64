import { type ComponentType, lazy } from "react";
import type { CheckedProps } from "./checked.tsx";

/** What shows the outcome of a check. */
export interface AfterCheck {
  readonly Checked: ComponentType<CheckedProps>;
  readonly VerdictLine: ComponentType<Pick<CheckedProps, "secret">>;
}

/** Brings all that checking takes when it is first asked for: a page of an exam in progress never loads it. */
export const bringAfterCheck = () => import("./checked.tsx");

/** The same on a page that comes with its key. Without a boundary, so that a page without script has it too. */
export const cameChecked: AfterCheck = {
  Checked: lazy(() => bringAfterCheck().then(({ Checked }) => ({ default: Checked }))),
  VerdictLine: lazy(() => bringAfterCheck().then(({ VerdictLine }) => ({ default: VerdictLine }))),
};
