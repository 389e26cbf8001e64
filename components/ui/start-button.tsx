"use client";

import { type ComponentProps, useEffect, useState } from "react";
import { useFormStatus } from "react-dom";
import { SubmitButton } from "./submit-button.tsx";

/** After this time, people wonder whether they really pressed the button. */
const slowMs = 3_000;

type StartButtonProps = Omit<ComponentProps<typeof SubmitButton>, "isPending"> & {
  /** The message if it takes long. */
  slowWords: string;
};

/** The button of a form that starts something: while the request is running, further presses do nothing. */
export function StartButton({ slowWords, ...props }: StartButtonProps) {
  const { pending } = useFormStatus();
  const isSlow = useLasts(pending, slowMs);
  return (
    <>
      <SubmitButton isPending={pending} {...props} />
      <p role="status" className="w-full text-muted text-sm empty:hidden">
        {isSlow ? slowWords : null}
      </p>
    </>
  );
}

/** Whether something has been true for this long. */
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
