"use client";

import { lazy, Suspense } from "react";
import type { PageErrorProps } from "./page-trouble.tsx";

/** Brought when a page fails, which most visits never see. A server that cannot bring it is asked again. */
const PageTrouble = lazy(() => import("./page-trouble.tsx").catch(() => ({ default: Again })));

function Again({ retry }: PageErrorProps) {
  return (
    <button type="button" onClick={retry}>
      ↻
    </button>
  );
}

/** In the place of a page that the server could not make. */
export default function PageError(props: PageErrorProps) {
  return (
    <Suspense>
      <PageTrouble {...props} />
    </Suspense>
  );
}
