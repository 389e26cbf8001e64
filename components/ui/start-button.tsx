"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { SubmitButton } from "./submit-button.tsx";

/** The button of a form that begins something: while it is on its way a second press begins nothing more. */
export function StartButton(props: Omit<ComponentProps<typeof SubmitButton>, "isPending">) {
  const { pending } = useFormStatus();
  return <SubmitButton isPending={pending} {...props} />;
}
