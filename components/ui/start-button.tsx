"use client";

import { type ComponentProps, useEffect, useState } from "react";
import { useFormStatus } from "react-dom";
import { SubmitButton } from "./submit-button.tsx";

/** After so long somebody wonders whether the button was pressed at all. */
const slowMs = 3_000;

type StartButtonProps = Omit<ComponentProps<typeof SubmitButton>, "isPending"> & {
  /** What is said when it takes long. */
  slowWords?: string;
};

/** The button of a form that begins something: while it is on its way a second press begins nothing more. */
export function StartButton({ slowWords, ...props }: StartButtonProps) {
  const { pending } = useFormStatus();
  const isSlow = useLasts(pending && slowWords !== undefined, slowMs);
  return (
    <>
      <SubmitButton isPending={pending} {...props} />
      {slowWords === undefined ? null : (
        <p role="status" className="w-full text-muted text-sm empty:hidden">
          {isSlow ? slowWords : null}
        </p>
      )}
    </>
  );
}

/** Whether something has been so for this long. */
function useLasts(isSo: boolean, ms: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isSo) return;
    const timer = setTimeout(setLasts, ms, true);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [isSo, ms]);
  return lasts;
}
