"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A link of the header, marked if it leads to the current page. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const isHere = usePathname() === href;
  return (
    <Link href={href} prefetch={false} aria-current={isHere ? "page" : undefined}>
      {children}
    </Link>
  );
}
