import { useRouter } from "next/navigation";
import { type RefObject, useEffect } from "react";

/**
 * Makes the links in an element change the page without a reload, as next/link does, with one listener for all of them.
 * Links that a reader wrote are left to the browser.
 */
export function useSoftLinks(element: RefObject<HTMLElement | null>): void {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
      if (link === null || !isPlain || event.defaultPrevented || link.closest(".prose") !== null) return;
      event.preventDefault();
      router.push(`${link.pathname}${link.search}${link.hash}`);
    };
    const listened = element.current;
    listened?.addEventListener("click", follow);
    return () => listened?.removeEventListener("click", follow);
  }, [element, router]);
}
