const tell = `document.cookie="mockdown.zone="+Intl.DateTimeFormat().resolvedOptions().timeZone+";path=/;max-age=34560000;samesite=lax"`;

/** Tells the server the time zone of the device, so that a learner's days are their own. Without script they are UTC's. */
export function TimeZone() {
  return <script dangerouslySetInnerHTML={{ __html: tell }} />;
}
