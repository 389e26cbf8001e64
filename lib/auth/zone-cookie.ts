/** The cookie in which the script of `components/time-zone.tsx` tells the time zone of the device. */
export const zoneCookie = "mockdown.zone";
