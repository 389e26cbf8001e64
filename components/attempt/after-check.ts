import { type ComponentType, lazy } from "react";
import type { CheckedProps } from "./checked.tsx";

/** What follows a check. */
export interface AfterCheck {
  readonly Checked: ComponentType<CheckedProps>;
  readonly VerdictLine: ComponentType<Pick<CheckedProps, "secret">>;
}

/** Brings it while the server checks: a page of a question that is not answered yet does not load it. */
export const bringAfterCheck = (): Promise<AfterCheck> => import("./checked.tsx");

/** The same on a page that comes with its key. Without a boundary, so that a page without script has it too. */
export const cameChecked: AfterCheck = {
  Checked: lazy(() => bringAfterCheck().then(({ Checked }) => ({ default: Checked }))),
  VerdictLine: lazy(() => bringAfterCheck().then(({ VerdictLine }) => ({ default: VerdictLine }))),
};
