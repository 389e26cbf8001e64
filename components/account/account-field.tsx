import type { ComponentProps } from "react";
import { Field } from "#components/ui/field";
import type { FieldProblem } from "#lib/auth/field-problems";
import { useWords } from "#words";

type AccountFieldProps = Omit<ComponentProps<typeof Field>, "problems"> & {
  problems?: readonly FieldProblem[] | undefined;
};

/** A field that shows problem codes as sentences. */
export function AccountField({ problems = [], ...rest }: AccountFieldProps) {
  const t = useWords();
  return <Field {...rest} problems={problems.map((problem) => t(`field.problem-${problem}`))} />;
}
