import type { ReactNode } from "react";
import { Clock } from "./clock.tsx";
import { SaveStatus } from "./save-status.tsx";

type ItemHeadProps = {
  /** The numbers of the whole exam, and of its open section. */
  title: ReactNode;
  heading: string;
  /** Progress from 0 to 1; null if there is no order. */
  progress: number | null;
  clockLine: string;
  children?: ReactNode;
};

/** The bar above an item: the position, the time left, and whether everything is saved. */
export function ItemHead({ title, heading, progress, clockLine, children }: ItemHeadProps) {
  return (
    <div className="item-head">
      <div className="item-where">
        <h1 tabIndex={-1}>{heading}</h1>
        <div>
          <p>{title}</p>
          <SaveStatus />
        </div>
      </div>
      <Clock fallback={clockLine} />
      {children}
      {progress === null ? null : <progress aria-hidden="true" className="item-progress" value={progress} />}
    </div>
  );
}
