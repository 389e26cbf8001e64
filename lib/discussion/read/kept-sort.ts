import { cookies } from "next/headers";
import { type Sort, sorts } from "../schema.ts";
import { sortCookie } from "../sort-cookie.ts";

/** The order that was last chosen on the device that sends the current request. */
export async function keptSort(): Promise<Sort> {
  const kept = (await cookies()).get(sortCookie())?.value;
  return sorts.find((sort) => sort === kept) ?? "top";
}
