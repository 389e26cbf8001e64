"use client";

import { lazy, Suspense } from "react";
import type { PageErrorProps } from "./page-trouble.tsx";

/** Loaded when a page fails, which most visits never see. If the server cannot deliver it, it is requested again. */
const PageTrouble = lazy(() => import("./page-trouble.tsx").catch(() => ({ default: Again })));

function Again({ retry }: PageErrorProps) {
  return (
    <button type="button" onClick={retry}>
      ↻
    </button>
  );
}

/** Shown instead of a page that the server could not render. */
export default function PageError(props: PageErrorProps) {
  return (
    <Suspense>
      <PageTrouble {...props} />
    </Suspense>
  );
}
