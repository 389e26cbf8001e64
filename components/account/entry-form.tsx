import Link from "next/link";
import type { ReactNode } from "react";
import { FormMessage } from "#components/ui/form-message";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormState } from "#lib/auth/actions";
import { useWords } from "#words";
import { AccountField } from "./account-field.tsx";

/** The frame of signing in and signing up: both lead to an account, and each links to the other. */
export function EntryForm(props: {
  readonly title: string;
  readonly action: (form: FormData) => void;
  readonly isPending: boolean;
  readonly state: FormState;
  readonly returnTo: string;
  readonly button: string;
  /** The link to the other form; null where that makes no sense. */
  readonly other: { readonly question: string; readonly path: string; readonly name: string } | null;
  readonly children: ReactNode;
}) {
  const t = useWords();
  const { title, action, isPending, state, returnTo, button, other, children } = props;
  return (
    <form action={action} className="mx-auto grid max-w-sm gap-5">
      <h1 className="font-serif text-3xl font-semibold tracking-tight">{title}</h1>
      <input type="hidden" name="returnTo" value={returnTo} />
      {children}
      <FormMessage of="refusal">{state.refusal === null ? null : t(`entry.refused-${state.refusal}`)}</FormMessage>
      <SubmitButton look="primary" isPending={isPending}>
        {button}
      </SubmitButton>
      {other === null ? null : (
        <p className="text-sm text-muted">
          {other.question}{" "}
          <Link
            href={`${other.path}?returnTo=${encodeURIComponent(returnTo)}`}
            prefetch={false}
            className="text-accent underline underline-offset-4"
          >
            {other.name}
          </Link>
        </p>
      )}
    </form>
  );
}

export function EmailField({ state }: { readonly state: FormState }) {
  const t = useWords();
  return (
    <AccountField
      label={t("field.email")}
      name="email"
      type="email"
      autoComplete="email"
      required
      defaultValue={state.values.email}
      problems={state.fields.email}
    />
  );
}
