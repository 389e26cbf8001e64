import Link from "next/link";
import { KeptHere } from "#components/attempt/kept-here";

export default function NotFound() {
  return (
    <>
      <h1 className="font-serif text-3xl font-semibold tracking-tight">Not found</h1>
      <p className="mt-4 max-w-xl">
        This page does not exist, or it belongs to another account. An attempt can be opened only where it was started,
        or by its account.
      </p>
      <KeptHere />
      <p className="mt-6">
        <Link href="/" prefetch={false} className="text-accent underline underline-offset-4">
          All exams
        </Link>
      </p>
    </>
  );
}
