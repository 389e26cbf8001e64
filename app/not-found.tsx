import type { Metadata } from "next";
import { KeptHere } from "#components/attempt/kept-here";
import { ButtonLink } from "#components/ui/button-link";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <>
      <h1 className="font-serif text-3xl font-semibold tracking-tight">Not found</h1>
      <p className="mt-4 max-w-xl">
        This page does not exist, or it belongs to another account. An attempt can be opened only where it was started,
        or by its account.
      </p>
      <KeptHere />
      <p className="mt-6 flex flex-wrap gap-3">
        <ButtonLink href="/" look="primary">
          All exams
        </ButtonLink>
        <ButtonLink href="/progress">Your attempts</ButtonLink>
        <ButtonLink href="/sign-in">Sign in</ButtonLink>
      </p>
    </>
  );
}
