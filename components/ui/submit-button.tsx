"use client";

import type { ComponentProps } from "react";
import { Button } from "./button.tsx";

type SubmitButtonProps = ComponentProps<typeof Button> & { isPending: boolean };

/** The button of a form. While its action runs, it ignores presses and keeps the focus: a disabled button would lose it. */
export function SubmitButton({ isPending, className = "", ...rest }: SubmitButtonProps) {
  return (
    <Button
      aria-disabled={isPending}
      onClick={(event) => {
        if (isPending) event.preventDefault();
      }}
      className={`${className} aria-disabled:opacity-55`}
      {...rest}
    />
  );
}
