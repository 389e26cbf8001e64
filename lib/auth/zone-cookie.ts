import { areCookiesSecure, cookieName } from "./are-cookies-secure.ts";

/**
 * The name of the cookie in which a device reports its time zone: "Europe/Berlin:-60", with its offset from UTC in
 * minutes.
 */
export function zoneCookie(): string {
  return cookieName("mockdown.zone");
}

/** The time zone in the value of that cookie. */
export function zoneIn(value: string): string {
  return value.split(":")[0] ?? "";
}

/**
 * The script of a page that reports it. Reading the name of a zone takes a phone's browser a tenth of a second. So it
 * is read at the first press, before the press is processed, and only if the offset from UTC differs from the reported
 * one.
 */
export function zoneScript(): string {
  const attributes = `path=/;max-age=${400 * 24 * 60 * 60};samesite=lax${areCookiesSecure() ? ";secure" : ""}`;
  return `(()=>{
const name="${zoneCookie()}=",offset=":"+new Date().getTimezoneOffset();
if(document.cookie.split("; ").some(e=>e.startsWith(name)&&e.endsWith(offset)))return;
const tell=()=>{document.cookie=name+Intl.DateTimeFormat().resolvedOptions().timeZone+offset+";${attributes}"};
for(const e of ["pointerdown","keydown","click"])addEventListener(e,tell,{once:true,capture:true,passive:true});
})()`;
}
