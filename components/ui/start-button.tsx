"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button.tsx";

/** The button of a form that begins something: while it is on its way a second press begins nothing more. */
export function StartButton(props: ComponentProps<typeof Button>) {
  const { pending } = useFormStatus();
  return <Button disabled={pending} {...props} />;
}
